package dev.linekeeper.simulator.playground;

import java.util.List;

/** Four people of a tenant that does not exist. */
final class Contoso {
    static final String TENANT = "7d3f2b4e-0000-4000-8000-000000000001";
    static final Persona MEGAN = person(1, "Megan Bowen", "Voice admin", "megan");
    static final Persona LEE = person(2, "Lee Gu", "Approver", "lee");
    static final Persona DIEGO = person(3, "Diego Siciliani", "Helpdesk", "diego");
    static final Persona ADELE = person(4, "Adele Vance", "Sales", "adele");
    static final Personas PERSONAS = new Personas(TENANT, "Contoso (simulated)", List.of(MEGAN, LEE, DIEGO, ADELE));

    private Contoso() {}

    private static Persona person(int number, String name, String caption, String alias) {
        return new Persona(
                "00000000-0000-4000-8000-00000000000" + number,
                name,
                caption,
                alias + "@contoso.example",
                List.of("enrol adele", "check all", "whoami"));
    }
}
