package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.Spot;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Ticket;
import dev.linekeeper.service.tenant.VoiceSwitch;

record ModelVoiceSwitch(TenantModel model) implements VoiceSwitch {
    @Override
    public String source() {
        return Spot.SOURCE;
    }

    @Override
    public Ticket set(UserId person, boolean on, ChangeKey key) {
        model.change(content -> {
            var edit = new Edit(content, model.stamp());
            var user = edit.user(person);
            if (on) {
                Licences.mayHaveVoice(user.entry().plans(), user.entry().userPrincipalName());
            }
            return FileTenant.needed(user.voiceOn()) == on
                    ? content
                    : edit.replace(user.withVoice(edit.known(on))).content();
        });
        return new Ticket.Accepted();
    }
}
