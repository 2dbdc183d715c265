package io.urania.engine.resource.account;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * The machine's time zone (localtime(5)). Programs that run keep the one that they have read.
 *
 * @param zone as in the time zone database: {@code Europe/Berlin}
 */
public record TimeZone(String zone) implements Resource {

    /** The link that says it. */
    public static final String LINK = "/etc/localtime";

    @Override
    public String name() {
        return "time zone";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(question());
    }

    /** What a host's time zone is; the answer is empty where nothing tells it. */
    public static Question<String> question() {
        return TimeZoneProbe.QUESTION;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        String present = planning.facts().answer(question());
        if (present.equals(zone)) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.CHANGE,
                "set the time zone to " + zone,
                present.isEmpty() ? "unknown" : present,
                zone,
                // Debian's tzdata has the name in a file, too.
                Operation.of("""
                        zone=%s
                        if [ ! -f "/usr/share/zoneinfo/$zone" ]; then
                            echo "there is no time zone $zone in /usr/share/zoneinfo; correct its name, or install it"
                            exit 1
                        fi
                        ln -sfn "/usr/share/zoneinfo/$zone" /etc/localtime.urania
                        mv -f /etc/localtime.urania /etc/localtime
                        [ ! -f /etc/timezone ] || echo "$zone" >/etc/timezone
                        """.formatted(Shell.quote(zone)))));
    }
}
