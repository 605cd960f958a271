import dev.linekeeper.template.CardTemplate;
import tools.jackson.databind.json.JsonMapper;

class Greeting {
    public static void main(String[] none) {
        CardTemplate template = CardTemplate.compile("""
            {"type": "TextBlock", "text": "Hello ${toUpper(name)}, you are ${formatNumber(age, 1)}!"}\
            """);
        System.out.println(template.expand(new JsonMapper().readTree("{\"name\": \"Ada\", \"age\": 36}"))
                .text());
    }
}
