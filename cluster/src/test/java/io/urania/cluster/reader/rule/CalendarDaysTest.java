package io.urania.cluster.reader.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hourly                           | 1",
                "daily UTC                        | 1",
                "05:40                            | 1",
                "*:0/5                            | 1",
                "weekly                           | 7",
                "Sat,Sun 08:05:40                 | 6",
                "Fri..Mon                         | 4",
                "Mon-Fri                          | 3",
                "Mon *-*-1,2,3,4,5,6,7 03:00:00   | 35",
                "monthly                          | 31",
                "*-1..12/2-1                      | 62",
                "*-*-31                           | 61",
                "*-*~01                           | 31",
                "*-*~07/1                         | 25",
                "quarterly                        | 92",
                "Semi-Annually Europe/Berlin      | 184",
                "yearly                           | 366",
                "10-15                            | 366",
                "*-2-29                           | 1461",
            })
    void tellsTheLongestTimeBetweenTwo(String event, long days) {
        assertThat(CalendarDays.longestGap(event)).contains(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-2-31", "*-4,6-31 03:00", "2003-03-05 05:40 UTC", "2030-03-05T05:40:11.5 Europe/Berlin"})
    void knowsThatSomeDoNotComeAgain(String event) {
        assertThat(CalendarDays.longestGap(event)).isEmpty();
    }
}
