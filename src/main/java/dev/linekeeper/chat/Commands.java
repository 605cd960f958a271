package dev.linekeeper.chat;

import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Asking;
import dev.linekeeper.service.requests.Confirming;
import dev.linekeeper.service.requests.Deciding;
import dev.linekeeper.service.requests.Exporting;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;

/** The one list of commands, in the order in which help shows them. */
public final class Commands {
    private Commands() {}

    public static List<Command> all(
            Lookup lookup,
            Directory directory,
            Roles roles,
            RequestStore store,
            Asking asking,
            Deciding deciding,
            Exporting exporting,
            Confirming confirming,
            Doctor doctor,
            RequestCards cards,
            AuditTrail trail) {
        var asked = new AskedAnswers(asking, cards, lookup);
        return List.of(
                new Enrol(lookup, asked),
                new Move(lookup, asked),
                new Remove(lookup, asked),
                new Preview(lookup, asked),
                new Check(lookup),
                new Why(lookup),
                new MyCallerId(lookup),
                new CallerIdOf(lookup),
                new MyEmergency(lookup),
                new EmergencyOf(lookup),
                new ImpactOf(lookup),
                new ListRequests(store, cards, lookup),
                new ShowRequest(cards),
                Decide.approve(deciding, cards),
                Decide.deny(deciding, cards),
                Decide.cancel(deciding, cards),
                Decide.retry(deciding, cards),
                new UndoRequest(asked),
                new ExportPlan(exporting, cards),
                new DoneByHand(confirming, cards),
                Inventory.policies(lookup),
                Inventory.accounts(lookup),
                new Audit(trail, lookup),
                new SetUp(doctor),
                new WhoAmI(roles, directory));
    }
}
