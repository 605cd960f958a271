package dev.linekeeper.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Expansions a second. The cards are written by {@code src/bench/template/cards.cjs} into the folder given as {@code cards}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CardTemplateBenchmark {
    @Param({"1k", "5k", "15k"})
    public String card = "1k";

    private byte[] json = {};
    private JsonNode data;
    private CardTemplate kept;

    @Setup
    public void read() throws IOException {
        Path folder = Path.of(System.getProperty("cards", "target/cards"));
        json = Files.readAllBytes(folder.resolve(card + ".json"));
        data = JsonMapper.builder().build().readTree(Files.readAllBytes(folder.resolve("data.json")));
        kept = CardTemplate.compile(json);
    }

    @Benchmark
    public JsonNode keptToTree() {
        return kept.expand(data).tree();
    }

    @Benchmark
    public byte[] keptToBytes() {
        return kept.expand(data).utf8();
    }

    @Benchmark
    public JsonNode parsedToTree() {
        return CardTemplate.compile(json).expand(data).tree();
    }

    @Benchmark
    public byte[] parsedToBytes() {
        return CardTemplate.compile(json).expand(data).utf8();
    }
}
