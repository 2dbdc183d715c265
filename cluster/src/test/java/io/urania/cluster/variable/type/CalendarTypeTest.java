package io.urania.cluster.variable.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.TextValue;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTypeTest {

    /** The examples of systemd.time(7), and Kubespray's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon *-*-1,2,3,4,5,6,7 03:00:00",
                "Sat,Thu,Mon..Wed,Sat..Sun",
                "Mon,Sun 12-*-* 2,1:23",
                "Wed *-1",
                "Wed..Wed,Wed *-1",
                "Wed, 17:48",
                "Wed..Sat,Tue 12-10-15 1:2:3",
                "*-*-7 0:0:0",
                "10-15",
                "monday *-12-* 17:00",
                "Mon,Fri *-*-3,1,2 *:30:45",
                "12,14,13,12:20,10,30",
                "12..14:10,20,30",
                "mon,fri *-1/2-1,3 *:30:45",
                "03-05 08:05:40",
                "08:05:40",
                "05:40",
                "Sat,Sun 08:05:40",
                "2003-03-05 05:40 UTC",
                "2003-03-05T05:40:11.5 Europe/Berlin",
                "*:0/5",
                "*-*~07/1",
                "hourly",
                "Semi-Annually UTC"
            })
    void takesWhatSystemdTakes(String event) throws UnfitValue {
        assertThat(CalendarType.event().read(text(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "never",
                "every monday",
                "Mon *-*-1 03:00:00\nOnCalendar=daily",
                "03:00:00;",
                "%i",
                "12",
                "*",
                "$(id)",
                "99:99",
                "25:00",
                "*-13-01",
                "*-*-32",
                "00:00:60",
                "*:0/0",
                "@0"
            })
    void refusesWhatItRefuses(String event) {
        assertThatThrownBy(() -> CalendarType.event().read(text(event))).isInstanceOf(UnfitValue.class);
    }

    private static TextValue text(String event) {
        return new TextValue(event, Position.startOf(Path.of("hosts.yaml")));
    }
}
