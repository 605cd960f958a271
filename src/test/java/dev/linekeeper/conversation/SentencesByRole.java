package dev.linekeeper.conversation;

import java.util.List;
import java.util.Map;

/** At least one sentence for each command, who may say it, and a person of the demo tenant for each role. */
public final class SentencesByRole {
    static final String CONTOSO = "e9641faa-2085-57b6-9eaa-a34c054d665e";

    public static final Map<String, Someone> PEOPLE = Map.of(
            "admin", Someone.of("5e43303f-8f5c-57de-abb6-c2c813ee3de4", "Ana Ruiz"),
            "approver", Someone.of("2bcadb2f-2b54-5310-adc4-3a91a5ed46f6", "Lee Chen"),
            "helpdesk", Someone.of("fe147551-6c85-57ee-9d11-c1a9a6d85215", "Hana Kim"),
            "auditor", Someone.of("b0f8129b-0cfc-550b-b815-33141382a2a3", "Ingrid Dahl"),
            "user", Someone.of("439c272f-f89f-5cd1-b4af-06251327c7f3", "Adele Vance"));

    /** What is said, and who may say it; everybody else is told which role it takes. */
    public static final Map<String, List<String>> MAY = Map.ofEntries(
            Map.entry("help", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("whoami", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("what's my caller ID", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("emergency", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("check diego", List.of("admin", "helpdesk")),
            Map.entry("check London", List.of("admin", "helpdesk")),
            Map.entry("check all", List.of("admin", "helpdesk")),
            Map.entry("check alex", List.of("admin", "helpdesk")),
            Map.entry("check megan with Seattle", List.of("admin", "helpdesk")),
            Map.entry("plan christie with Seattle", List.of("admin", "helpdesk")),
            Map.entry("caller id of diego", List.of("admin", "helpdesk")),
            Map.entry("emergency of diego", List.of("admin", "helpdesk")),
            Map.entry("emergency London", List.of("admin", "helpdesk")),
            Map.entry("what happens if diego dials 911", List.of("admin", "helpdesk")),
            Map.entry("what happens if I dial 112", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("impact London", List.of("admin", "helpdesk", "auditor")),
            Map.entry("what happens if +44 20 7946 0100 goes away", List.of("admin", "helpdesk", "auditor")),
            Map.entry("impact +15005550006", List.of("admin", "helpdesk", "auditor")),
            Map.entry("impact nothing-like-it", List.of("admin", "helpdesk", "auditor")),
            Map.entry("why can't diego call", List.of("admin", "helpdesk")),
            Map.entry("requests", List.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("request 1001", List.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("people in 1001", List.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("enrol", List.of("admin")),
            Map.entry("enrol diego with Nowhere", List.of("admin")),
            Map.entry("enrol christie with Seattle", List.of("admin")),
            Map.entry("enrol christie, megan and elvia with Seattle", List.of("admin")),
            Map.entry("enrol these with London", List.of("admin")),
            Map.entry("enrol group London shared calling with Seattle", List.of("admin")),
            Map.entry("enrol department Finance", List.of("admin")),
            Map.entry("enrol everyone under Nowhere with London", List.of("admin")),
            Map.entry("imports", List.of("admin")),
            Map.entry("import 999", List.of("admin")),
            Map.entry("import 999 with London", List.of("admin")),
            Map.entry("ask for import 999", List.of("admin")),
            Map.entry("rows of import 999", List.of("admin")),
            Map.entry("report of import 999", List.of("admin")),
            Map.entry("cancel import 999", List.of("admin")),
            Map.entry("enrol megan like joni", List.of("admin", "helpdesk")),
            Map.entry("move joni to London", List.of("admin")),
            Map.entry("remove joni", List.of("admin")),
            Map.entry("undo 1001", List.of("admin")),
            Map.entry("history joni", List.of("admin", "helpdesk", "auditor")),
            Map.entry("restore joni to yesterday", List.of("admin")),
            Map.entry("give joni a number", List.of("admin")),
            Map.entry("give pradeep +44 20 7946 0130", List.of("admin")),
            Map.entry("temporary", List.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("extend 999 until tomorrow", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("leavers", List.of("admin", "helpdesk", "auditor")),
            Map.entry("remove leavers", List.of("admin")),
            Map.entry("ignore joni", List.of("admin")),
            Map.entry("doctor", List.of("admin")),
            Map.entry("news", List.of("admin")),
            Map.entry("news here", List.of("admin")),
            Map.entry("news in person", List.of("admin")),
            Map.entry("export 1001", List.of("admin", "approver", "auditor")),
            Map.entry("done 1001", List.of("admin")),
            Map.entry("cancel 999", List.of("admin")),
            Map.entry("policies", List.of("admin", "helpdesk", "auditor")),
            Map.entry("accounts", List.of("admin", "helpdesk", "auditor")),
            Map.entry("retry 999", List.of("admin", "approver")),
            Map.entry("result 999", List.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("approve these 998 999", List.of("approver")),
            Map.entry("pause 999", List.of("admin", "approver")),
            Map.entry("resume 999", List.of("admin", "approver")),
            Map.entry("stop 999", List.of("admin", "approver")),
            Map.entry("approve 999", List.of("approver")),
            Map.entry("confirm 999", List.of("approver")),
            Map.entry("leave it", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("deny 1001", List.of("approver")),
            Map.entry("audit 1001", List.of("auditor")),
            Map.entry("audit joni", List.of("auditor")),
            Map.entry("evidence 1001", List.of("auditor")));

    private SentencesByRole() {}
}
