package io.urania.cluster.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BalancerProbeTest {
    /** The first twenty columns of HAProxy 2.6's "show stat"; it prints some ninety. */
    private static final String STATISTICS = """
            # pxname,svname,qcur,qmax,scur,smax,slim,stot,bin,bout,dreq,dresp,ereq,econ,eresp,wretr,wredis,status,weight,act,
            kubernetes-apiserver-https,FRONTEND,,,25,30,262120,166,1064221,6020332,0,0,0,,,,,OPEN,,,
            kubernetes-apiserver-https,pandore,0,0,8,12,,57,322211,1822012,,0,,0,0,0,0,UP,1,1,
            kubernetes-apiserver-https,hellenes,0,0,0,9,,55,322211,1822012,,0,,0,0,0,0,DOWN 1/2,1,1,
            kubernetes-apiserver-https,epimethee,0,0,9,11,,54,322211,1822012,,0,,0,0,0,0,no check,1,1,
            kubernetes-apiserver-https,BACKEND,0,0,25,30,26212,166,1064221,6020332,0,0,,0,0,0,0,UP,2,2,

            """;

    @Test
    void readsTheStateOfEveryServer() {
        assertThat(parse(STATISTICS).servers())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("pandore", "UP", "hellenes", "DOWN 1/2", "epimethee", "no check"));
    }

    @Test
    void withoutAnswerThereAreNoServers() {
        assertThat(parse("").servers()).isEmpty();
        assertThat(parse("Unknown command. Please enter one of the following commands only :\n")
                        .servers())
                .isEmpty();
        assertThat(parse("# other,columns\na,b\n").servers()).isEmpty();
    }

    private static BalancerFact parse(String output) {
        return BalancerProbe.QUESTION.probe().parse(output, new TreeSet<>()).get("");
    }
}
