package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions of hosts that people have reported of installers of Kubernetes, and that an apply puts right or waits for. */
final class ReportedConditionsOnTheRackTest extends TestOnTheRack {

    private static final String LOCK = """
            mkdir -p /run/rack-test
            cat >/run/rack-test/lock.pl <<'END'
            use Fcntl;
            open F, ">>", "/var/lib/dpkg/lock-frontend" or die;
            fcntl(F, F_SETLK, pack("s s l! l! i", F_WRLCK, 0, 0, 0, 0)) or die;
            sleep 1500;
            END
            systemd-run --quiet --unit=rack-packages perl /run/rack-test/lock.pl
            """;

    private static final String UNDO = """
            systemctl stop rack-packages.service 2>/dev/null || :
            systemctl reset-failed rack-packages.service 2>/dev/null || :
            systemctl unmask --quiet rack-test.swap
            rm -rf /run/rack-test /etc/systemd/system/rack-test.swap /etc/systemd/system/swap.target.wants/rack-test.swap \
                /etc/sysctl.d/zzz-rack-test.conf
            sed -i /rack-test/d /etc/fstab
            systemctl daemon-reload
            if [ -e /root/.bashrc.rack-test ]; then mv /root/.bashrc.rack-test /root/.bashrc; fi
            """;

    @SuppressWarnings("NullAway.Init") // set before every test
    private String host;

    @BeforeEach
    void findHost() throws Exception {
        host = rack.controlPlane();
    }

    @AfterEach
    void takeThemBack() throws Exception {
        rack.run(host, UNDO);
        succeeds("apply", "--yes");
        assertTheClusterIsWhole();
    }

    /** Of a kind with kubeadm issue 1062. */
    @Test
    void aSettingThatIsOverriddenNowAndAtTheNextBootIsSeenInBothPlaces() throws Exception {
        rack.run(host, """
                echo net.ipv4.ip_forward=0 >/etc/sysctl.d/zzz-rack-test.conf
                echo 0 >/proc/sys/net/ipv4/ip_forward
                """);

        Said check = urania.run("check");
        Said plan = urania.run("plan", "--detailed-exitcode");
        succeeds("apply", "--yes");

        assertThat(check.output() + check.errors()).contains("/etc/sysctl.d/zzz-rack-test.conf");
        assertThat(plan.code()).as(plan.output()).isEqualTo(4);
        assertThat(plan.output()).contains("set kernel parameters", "net.ipv4.ip_forward = 0");
        assertThat(rack.run(host, "cat /proc/sys/net/ipv4/ip_forward")).isEqualTo("1");
    }

    /** Kubespray issue 2348. */
    @Test
    void swapThatAUnitOrALineWithACommentBringsAtTheNextBootIsSwitchedOff() throws Exception {
        rack.run(host, """
                printf '[Swap]\nWhat=/rack-test\n[Install]\nWantedBy=swap.target\n' >/etc/systemd/system/rack-test.swap
                systemctl enable --quiet rack-test.swap
                echo '/rack-test.file none swap sw 0 0 # of my own' >>/etc/fstab
                """);

        Said plan = urania.run("plan", "--detailed-exitcode");
        succeeds("apply", "--yes");

        assertThat(plan.code()).as(plan.output()).isEqualTo(4);
        assertThat(plan.output()).contains("rack-test.swap", "/etc/fstab: /rack-test.file");
        assertThat(rack.run(host, "systemctl is-enabled rack-test.swap || :")).isEqualTo("masked");
        assertThat(rack.run(host, "grep -c '^/rack-test.file' /etc/fstab || :")).isEqualTo("0");
    }

    /** Ansible issue 18305: what a profile starts and leaves keeps the connection open. */
    @Test
    void aProfileThatLeavesAProcessBehindKeepsNobodyWaiting() throws Exception {
        rack.run(host, """
                cp -p /root/.bashrc /root/.bashrc.rack-test
                { echo 'sleep 1500 &'; cat /root/.bashrc.rack-test; } >/root/.bashrc
                """);

        Said check = urania.run("check");

        assertThat(check.code()).as(check.output() + check.errors()).isZero();
    }

    /** Ansible issue 2268. */
    @Test
    void aProfileThatReadsTheTerminalIsNamed() throws Exception {
        rack.run(host, """
                cp -p /root/.bashrc /root/.bashrc.rack-test
                { echo 'read -r answer'; cat /root/.bashrc.rack-test; } >/root/.bashrc
                """);

        Said check = urania.run("check");

        assertThat(check.output() + check.errors()).contains("profile");
    }

    /** Kubespray issue 11592. */
    @Test
    void theHolderOfThePackagesLockIsWaitedForByName() throws Exception {
        rack.run(host, "dpkg --purge --force-depends ebtables 2>&1\n" + LOCK);
        rack.eventually(host, "grep -q POSIX /proc/locks");

        try (ControllerProcess run = ControllerProcess.apply(rack.directory(), scratch)) {
            assertThat(run.awaitWait(what -> what.contains("perl (pid ")))
                    .as(run.said())
                    .contains(host);
            rack.run(host, "systemctl stop rack-packages.service");

            assertThat(run.code()).as(run.said()).isZero();
        }
    }
}
