package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions of hosts that people have reported of installers of Kubernetes, and that an apply puts right or waits for. */
@Tag("nightly")
final class ReportedConditionsOnTheRackTest extends TestOnTheRack {

    private static final String UNDO = """
            systemctl unmask --quiet rack-test.swap
            rm -f /etc/systemd/system/rack-test.swap /etc/systemd/system/swap.target.wants/rack-test.swap \
                /etc/sysctl.d/*-rack-test.conf
            sed -i /rack-test/d /etc/fstab
            systemctl daemon-reload
            if [ -e /root/.bashrc.rack-test ]; then mv /root/.bashrc.rack-test /root/.bashrc; fi
            """ + PackagesLock.GIVEN_BACK;

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

    /** kubeadm issue 1062. */
    @Test
    void aSettingThatAnotherFileHasChangedIsPutRight() throws Exception {
        rack.run(host, """
                echo net.ipv4.ip_forward=0 >/etc/sysctl.d/99-rack-test.conf
                echo 0 >/proc/sys/net/ipv4/ip_forward
                """);

        Said plan = urania.run("plan", "--detailed-exitcode");
        succeeds("apply", "--yes");

        assertThat(plan.code()).as(plan.output()).isEqualTo(4);
        assertThat(plan.output()).contains("set kernel parameters", "net.ipv4.ip_forward = 0");
        assertThat(rack.run(
                        host,
                        "cat /proc/sys/net/ipv4/ip_forward; sysctl --system | grep '^net.ipv4.ip_forward' | tail -n 1"))
                .isEqualTo("1\nnet.ipv4.ip_forward = 1");
    }

    @Test
    void aFileThatWouldChangeASettingAtTheNextBootIsNamed() throws Exception {
        rack.run(host, "echo net.ipv4.ip_forward=0 >/etc/sysctl.d/zzz-rack-test.conf");

        Said apply = urania.run("apply", "--yes");

        assertThat(apply.code()).as(apply.errors()).isEqualTo(1);
        assertThat(apply.errors())
                .contains("nothing changed", "/etc/sysctl.d/zzz-rack-test.conf sets net.ipv4.ip_forward = 0 at boot");
    }

    /** Kubespray issue 2348. */
    @Test
    void swapThatAUnitOrALineWithACommentBringsAtTheNextBootIsSwitchedOff() throws Exception {
        rack.run(host, """
                systemctl unmask --quiet swap.target
                printf '[Swap]\nWhat=/rack-test\n[Install]\nWantedBy=swap.target\n' >/etc/systemd/system/rack-test.swap
                systemctl enable --quiet rack-test.swap
                echo '/rack-test.file none swap sw 0 0 # of my own' >>/etc/fstab
                """);

        Said plan = urania.run("plan", "--detailed-exitcode");
        succeeds("apply", "--yes");

        assertThat(plan.code()).as(plan.output()).isEqualTo(4);
        assertThat(plan.output()).contains("rack-test.swap", "/etc/fstab: /rack-test.file");
        assertThat(rack.run(host, "systemctl is-enabled swap.target rack-test.swap || :"))
                .contains("masked");
        assertThat(rack.run(host, "grep -c '^/rack-test.file' /etc/fstab || :")).isEqualTo("0");
    }

    /** Ansible issue 18305. */
    @Test
    void aProfileThatLeavesAProcessBehindIsNamed() throws Exception {
        profile("sleep 1500 &");

        Said check = urania.run("check");

        assertThat(check.code()).as(check.output() + check.errors()).isEqualTo(3);
        assertThat(check.errors())
                .contains(
                        host,
                        "a start-up file of the login shell (.bashrc, .profile, /etc/profile) leaves a process running");
    }

    /** Ansible issue 2268: nobody is there to answer. */
    @Test
    void aProfileThatAsksAQuestionGetsNoneOfOurInput() throws Exception {
        profile("read -r answer");

        succeeds("check");
    }

    /** Kubespray issue 11592. */
    @Test
    void theHolderOfThePackagesLockIsWaitedForByName() throws Exception {
        rack.run(host, "dpkg --purge --force-depends ebtables 2>&1\n" + PackagesLock.TAKEN);
        rack.eventually(host, PackagesLock.IS_TAKEN);

        try (ControllerProcess run = ControllerProcess.apply(rack.directory(), scratch)) {
            assertThat(run.awaitWait(what -> what.contains("perl (pid ")))
                    .as(run.said())
                    .contains(host);
            rack.run(host, PackagesLock.GIVEN_BACK);

            assertThat(run.code()).as(run.said()).isZero();
        }
    }

    private void profile(String line) throws Exception {
        rack.run(host, """
                cp -p /root/.bashrc /root/.bashrc.rack-test
                { echo '%s'; cat /root/.bashrc.rack-test; } >/root/.bashrc
                """.formatted(line));
    }
}
