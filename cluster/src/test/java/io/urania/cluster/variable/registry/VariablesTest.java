package io.urania.cluster.variable.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.variable.Effect;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.program.KubeProxySettings;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.cluster.variable.rows.AccessVariables;
import io.urania.cluster.variable.rows.AddonVariables;
import io.urania.cluster.variable.rows.AdmissionVariables;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.AuditVariables;
import io.urania.cluster.variable.rows.BalancerVariables;
import io.urania.cluster.variable.rows.BootVariables;
import io.urania.cluster.variable.rows.ClockVariables;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.CoreDnsVariables;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.EncryptionVariables;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.HostAccessVariables;
import io.urania.cluster.variable.rows.KubeadmVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.cluster.variable.rows.NodeLocalVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.cluster.variable.rows.ResolverVariables;
import io.urania.cluster.variable.rows.SchedulerVariables;
import io.urania.cluster.variable.upkeep.UpkeepVariables;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static final List<Class<?>> TOPICS = List.of(
            AccessVariables.class,
            AddonVariables.class,
            ApiServerVariables.class,
            AdmissionVariables.class,
            AuditVariables.class,
            BalancerVariables.class,
            BootVariables.class,
            ClockVariables.class,
            ConnectionVariables.class,
            ContainerVariables.class,
            CoreDnsVariables.class,
            CorefileVariables.class,
            DeploymentVariables.class,
            DnsVariables.class,
            EncryptionVariables.class,
            EtcdVariables.class,
            FlagVariables.class,
            HostAccessVariables.class,
            KubeProxySettings.class,
            KubeadmVariables.class,
            KubeletSettings.class,
            KubeletVariables.class,
            NetworkVariables.class,
            NodeLocalVariables.class,
            NodeVariables.class,
            PathVariables.class,
            ResolverVariables.class,
            SchedulerVariables.class,
            UpkeepVariables.class);

    @Test
    void everyConstantIsInTheRegistry() throws IllegalAccessException {
        List<Variable<?>> constants = new ArrayList<>();
        for (Class<?> topic : TOPICS) {
            for (Field field : topic.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Variable<?> variable) {
                    constants.add(variable);
                }
            }
        }

        assertThat(constants).hasSizeGreaterThan(80);
        assertThat(Variables.all()).containsAll(constants);
        assertThat(Variables.topics()).hasSameSizeAs(TOPICS);
    }

    @Test
    void noNameIsRegisteredTwice() {
        assertThat(Variables.all().stream().map(Variable::names).flatMap(List::stream))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRowSaysWhatItMeansAndWhatItDoes() {
        assertThat(Variables.all()).allSatisfy(variable -> {
            assertThat(variable.meaning()).as(variable.name()).isNotBlank();
            assertThat(explanation(variable)).as(variable.name()).isNotBlank();
        });
    }

    @Test
    void everyRowThatIsReadSaysItsDefault() {
        Stream<Variable<?>> read = Variables.all().stream().filter(Variable::hasEffect);

        assertThat(read)
                .allSatisfy(variable ->
                        assertThat(variable.defaultText()).as(variable.name()).isNotBlank());
    }

    private static String explanation(Variable<?> variable) {
        return switch (variable.effect()) {
            case Effect.Applied applied -> applied.description();
            case Effect.Ignored ignored -> ignored.explanation();
        };
    }
}
