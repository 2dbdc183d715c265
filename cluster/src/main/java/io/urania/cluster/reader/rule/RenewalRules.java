package io.urania.cluster.reader.rule;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.value.GoDuration;
import io.urania.cluster.variable.rows.ApiServerVariables;
import java.time.Duration;
import java.util.Optional;

/** Certificates are renewed before they expire. */
public record RenewalRules(Source source) {

    /** What kubeadm's certificates have where nothing else is said (kubeadm documentation, "Certificate Management"). */
    private static final Duration USUAL_VALIDITY = Duration.ofDays(365);

    public void check() {
        String event = source.get(ApiServerVariables.RENEWAL_CALENDAR);
        Duration validity = source.find(ApiServerVariables.CERTIFICATE_VALIDITY)
                .map(GoDuration::length)
                .orElse(USUAL_VALIDITY);
        if (!source.get(ApiServerVariables.RENEWAL)) {
            return;
        }
        Optional<Long> gap = CalendarDays.longestGap(event);
        if (gap.isEmpty()) {
            unfit(event, "that never comes, or not again: the control plane's certificates would expire");
        } else if (gap.get() >= validity.toDays()) {
            unfit(
                    event,
                    "certificates are valid for " + validity.toDays() + " days, and it comes after " + gap.get()
                            + ": they would expire before");
        }
    }

    private void unfit(String event, String why) {
        source.error(
                source.position(ApiServerVariables.RENEWAL_CALENDAR),
                ApiServerVariables.RENEWAL_CALENDAR.name() + " is '" + event + "'",
                why,
                "write an event that comes more often, such as monthly; systemd-analyze calendar says when one comes");
    }
}
