package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.fact.UnknownFactException;
import io.urania.engine.note.FileNote;
import io.urania.engine.note.FileNoteProbe;
import io.urania.engine.note.NotedFilesProbe;
import io.urania.engine.resource.account.Account;
import io.urania.engine.resource.account.AccountFact;
import io.urania.engine.resource.account.AccountProbe;
import io.urania.engine.resource.account.FormerUsers;
import io.urania.engine.resource.account.HostName;
import io.urania.engine.resource.account.HostUser;
import io.urania.engine.resource.account.RootPassword;
import io.urania.engine.resource.account.SystemUser;
import io.urania.engine.resource.account.SystemUserProbe;
import io.urania.engine.resource.account.TimeZone;
import io.urania.engine.resource.account.TracesProbe;
import io.urania.engine.resource.address.AddressFact;
import io.urania.engine.resource.address.AddressProbe;
import io.urania.engine.resource.address.AddressSettings;
import io.urania.engine.resource.address.StaticAddress;
import io.urania.engine.resource.boot.BootFact;
import io.urania.engine.resource.boot.BootProbe;
import io.urania.engine.resource.boot.FirmwareSettings;
import io.urania.engine.resource.boot.KernelArguments;
import io.urania.engine.resource.file.AbsentFile;
import io.urania.engine.resource.file.Directory;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.ModificationProbe;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.ProgramProbe;
import io.urania.engine.resource.file.TextBlock;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.file.TextProbe;
import io.urania.engine.resource.file.WithdrawnFiles;
import io.urania.engine.resource.image.ContainerImage;
import io.urania.engine.resource.image.ContainerImageProbe;
import io.urania.engine.resource.image.ImageStore;
import io.urania.engine.resource.kernel.KernelModuleFact;
import io.urania.engine.resource.kernel.KernelModuleProbe;
import io.urania.engine.resource.kernel.KernelModules;
import io.urania.engine.resource.kernel.LoadedModulesProbe;
import io.urania.engine.resource.kernel.SwapFact;
import io.urania.engine.resource.kernel.SwapOff;
import io.urania.engine.resource.kernel.SwapProbe;
import io.urania.engine.resource.kernel.SysctlFact;
import io.urania.engine.resource.kernel.SysctlFact.Setting;
import io.urania.engine.resource.kernel.SysctlProbe;
import io.urania.engine.resource.kernel.Sysctls;
import io.urania.engine.resource.packages.BuiltPackage;
import io.urania.engine.resource.packages.BuiltPackageFact;
import io.urania.engine.resource.packages.BuiltPackageProbe;
import io.urania.engine.resource.packages.PackageFact;
import io.urania.engine.resource.packages.PackageManagerFact;
import io.urania.engine.resource.packages.PackageManagerProbe;
import io.urania.engine.resource.packages.PackageNames;
import io.urania.engine.resource.packages.PackageProbe;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.resource.packages.Upgrade;
import io.urania.engine.resource.packages.UpgradeFact;
import io.urania.engine.resource.packages.UpgradeProbe;
import io.urania.engine.resource.packetfilter.PacketFilter;
import io.urania.engine.resource.packetfilter.PacketFilterChoice;
import io.urania.engine.resource.packetfilter.PacketFilterFact;
import io.urania.engine.resource.packetfilter.PacketFilterProbe;
import io.urania.engine.resource.resolver.HostResolver;
import io.urania.engine.resource.resolver.ResolverFact;
import io.urania.engine.resource.resolver.ResolverProbe;
import io.urania.engine.resource.resolver.ResolverSettings;
import io.urania.engine.resource.safeguard.UnconfirmedProbe;
import io.urania.engine.resource.service.AbsentUnit;
import io.urania.engine.resource.service.Service;
import io.urania.engine.resource.service.ServiceFact;
import io.urania.engine.resource.service.ServiceProbe;
import io.urania.engine.resource.service.ServicesOff;
import io.urania.engine.resource.service.ShutdownDelay;
import io.urania.engine.resource.sshd.Sshd;
import io.urania.engine.resource.sshd.SshdFact;
import io.urania.engine.resource.sshd.SshdProbe;
import io.urania.engine.resource.sshd.SshdSettings;
import io.urania.engine.system.HardwareFact;
import io.urania.engine.system.HardwareProbe;
import io.urania.engine.system.LoginFact;
import io.urania.engine.system.LoginProbe;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.PackageRecipe;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.system.UpgradeScope;
import io.urania.engine.system.apt.Apt;
import io.urania.engine.system.pacman.Pacman;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is unknown is never right: a resource of which one thing could not be determined is not said to be as it should be. */
final class UnknownFactsTest {

    private static final PackageRecipe RECIPE = new PackageRecipe("tool", "pkgname=tool\n");
    private static final String SUM = Payload.text("text\n").sha256();
    private static final ImageStore STORE =
            new ImageStore("/run/containerd/containerd.sock", "ctr images list --quiet", "ctr images import");

    private static final Payload.LocalFile ARCHIVE = new Payload.LocalFile(Path.of("archive"), 5, SUM);

    private static final BootFact BOOT = new BootFact(
            "first",
            "root=/dev/mmcblk0p2 psi=1",
            Map.of("/boot/cmdline.txt", "root=/dev/mmcblk0p2 psi=1\n", "/boot/config.txt", "arm_64bit=1\n"),
            List.of(),
            List.of());

    /** A resource, and all answers of a host on which it is as it should be. */
    record Right(Resource resource, Map<Question<?>, Object> answers) {

        static Right of(Resource resource) {
            return new Right(resource, Map.of());
        }

        <T> Right with(Question<T> question, T answer) {
            Map<Question<?>, Object> more = new LinkedHashMap<>(answers);
            more.put(question, answer);
            return new Right(resource, more);
        }

        /** All but one of the answers. */
        Facts without(Question<?> unknown) {
            Facts.Builder facts = Decisions.facts();
            answers.forEach((question, answer) -> {
                if (question.equals(unknown)) {
                    facts.unanswered(question, "the disk is gone");
                } else {
                    put(facts, question, answer);
                }
            });
            return facts.build();
        }

        Facts facts() {
            Facts.Builder facts = Decisions.facts();
            answers.forEach((question, answer) -> put(facts, question, answer));
            return facts.build();
        }

        @SuppressWarnings("unchecked") // only answers of the question's own type were put in
        private static <T> void put(Facts.Builder facts, Question<T> question, Object answer) {
            facts.put(question, (T) answer);
        }

        @Override
        public String toString() {
            return resource.name();
        }
    }

    static Stream<Right> resources() {
        FileFact.Regular file = new FileFact.Regular("644", "root", SUM, 1);
        return Stream.of(
                Right.of(TextFile.of("/etc/a", "text\n"))
                        .with(FileProbe.at("/etc/a"), file)
                        .with(FileNoteProbe.at("/etc/a"), new FileNote.None()),
                Right.of(new ServicesOff(new TreeSet<>(Set.of("bluetooth.service")), "10.0.0.1"))
                        .with(TextProbe.at("/var/lib/urania/services-off"), Optional.empty())
                        .with(ServiceProbe.of("bluetooth.service"), new ServiceFact("inactive", "masked", 0)),
                Right.of(new PacketFilterChoice(Optional.empty()))
                        .with(
                                PacketFilterProbe.QUESTION,
                                new PacketFilterFact(
                                        Optional.of(PacketFilter.NFT), Set.of(PacketFilter.NFT), Optional.of(true))),
                Right.of(new BuiltPackage(RECIPE, PackageProxies.NONE))
                        .with(BuiltPackageProbe.of(RECIPE.name()), new BuiltPackageFact.Built("1-1", RECIPE.sha256()))
                        .with(PackageManagerProbe.QUESTION, new PackageManagerFact(new Pacman(), List.of(), false)),
                Right.of(new Upgrade(UpgradeScope.FULL, PackageProxies.NONE, Optional.empty()))
                        .with(
                                UpgradeProbe.QUESTION,
                                new UpgradeFact(new Apt(), false, new TreeSet<>(), new TreeSet<>())),
                Right.of(new AbsentFile("/etc/a")).with(FileProbe.at("/etc/a"), new FileFact.Absent()),
                Right.of(new WithdrawnFiles("/etc/kubernetes", Set.of("/etc/kubernetes/a")))
                        .with(NotedFilesProbe.below("/etc/kubernetes"), Set.of("/etc/kubernetes/a")),
                Right.of(new Directory("/srv", "755", "root"))
                        .with(FileProbe.at("/srv/."), new FileFact.Folder("755", "root")),
                Right.of(new TextBlock("/etc/hosts", "10.0.0.1 clio\n"))
                        .with(TextProbe.at("/etc/hosts"), Optional.of("# BEGIN urania\n10.0.0.1 clio\n# END urania\n")),
                Right.of(new TextBlock("/etc/hosts", "")).with(TextProbe.at("/etc/hosts"), Optional.empty()),
                Right.of(new Program("/usr/local/bin/etcd", _ -> ARCHIVE))
                        .with(ProgramProbe.at("/usr/local/bin/etcd"), SUM)
                        .with(FileNoteProbe.at("/usr/local/bin/etcd"), new FileNote.None()),
                Right.of(new ContainerImage("pause:3.10", _ -> ARCHIVE, STORE))
                        .with(new ContainerImageProbe(STORE).of("pause:3.10"), SUM),
                Right.of(new HostName("clio"))
                        .with(
                                SystemProbe.QUESTION,
                                Decisions.system("clio").build().answer(SystemProbe.QUESTION))
                        .with(TextProbe.at("/etc/hostname"), Optional.of("clio\n")),
                Right.of(new KernelArguments(List.of("psi=1"), true))
                        .with(BootProbe.QUESTION, BOOT)
                        .with(
                                SystemProbe.QUESTION,
                                Decisions.system("clio").build().answer(SystemProbe.QUESTION)),
                Right.of(new FirmwareSettings(true, Optional.empty()))
                        .with(BootProbe.QUESTION, BOOT)
                        .with(
                                HardwareProbe.QUESTION,
                                new HardwareFact("", 4096, OptionalInt.empty(), Optional.empty(), List.of(), "", "")),
                Right.of(new KernelModules(List.of("overlay")))
                        .with(KernelModuleProbe.of("overlay"), KernelModuleFact.PRESENT)
                        .with(LoadedModulesProbe.QUESTION, Set.of())
                        .with(FileProbe.at("/etc/modules-load.d/urania.conf"), new FileFact.Absent()),
                Right.of(new Packages("nodes", PackageNames.everywhere(List.of("socat", "ethtool"))))
                        .with(PackageProbe.of("socat"), new PackageFact(new Apt(), true))
                        .with(PackageProbe.of("ethtool"), new PackageFact(new Apt(), true)),
                Right.of(Service.of("etcd.service", List.of("/etc/etcd.env"), List.of("/usr/local/bin/etcd")))
                        .with(ServiceProbe.of("etcd.service"), new ServiceFact("active", "enabled", 100))
                        .with(FileProbe.at("/etc/etcd.env"), file)
                        .with(ModificationProbe.at("/usr/local/bin/etcd"), OptionalLong.of(50)),
                Right.of(new AbsentUnit("a.timer", "/etc/a.timer", List.of("/etc/a.service")))
                        .with(FileProbe.at("/etc/a.timer"), new FileFact.Absent())
                        .with(FileNoteProbe.at("/etc/a.timer"), new FileNote.None()),
                Right.of(new ShutdownDelay(Duration.ofMinutes(1)))
                        .with(
                                FileProbe.at(ShutdownDelay.FILE),
                                new FileFact.Regular(
                                        "644",
                                        "root",
                                        Payload.text("[Login]\nInhibitDelayMaxSec=60\n")
                                                .sha256(),
                                        1)),
                Right.of(new TimeZone("Etc/UTC")).with(TimeZone.question(), "Etc/UTC"),
                Right.of(HostResolver.of("name resolution", ResolverSettings.NOTHING))
                        .with(ResolverProbe.QUESTION, ResolverFact.NONE),
                Right.of(new Sshd(new SshdSettings(Optional.empty(), Optional.of(true), Map.of())))
                        .with(
                                SshdProbe.QUESTION,
                                new SshdFact(
                                        Optional.of("/usr/sbin/sshd"),
                                        Optional.of("Include /etc/ssh/sshd_config.d/*.conf\n"),
                                        Optional.of("PasswordAuthentication yes\n"),
                                        Map.of("passwordauthentication", "yes")))
                        .with(UnconfirmedProbe.of("sshd"), false),
                Right.of(new Account(new HostUser(
                                "clio",
                                Optional.of(true),
                                true,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                        .with(
                                AccountProbe.of("clio"),
                                new AccountFact(
                                        Optional.of(1001),
                                        "/bin/sh",
                                        Optional.of("sudo"),
                                        true,
                                        "",
                                        false,
                                        Optional.empty(),
                                        Optional.of("clio ALL=(ALL:ALL) ALL\n"),
                                        true))
                        .with(LoginProbe.QUESTION, new LoginFact("pi", "root")),
                Right.of(new FormerUsers(Set.of("clio")))
                        .with(TracesProbe.QUESTION, Map.of("clio", new TracesProbe.Trace(true, "", Optional.empty())))
                        .with(LoginProbe.QUESTION, new LoginFact("pi", "root")),
                Right.of(new RootPassword("!"))
                        .with(
                                AccountProbe.of("root"),
                                new AccountFact(
                                        Optional.of(0),
                                        "/bin/sh",
                                        Optional.of("sudo"),
                                        false,
                                        "",
                                        true,
                                        Optional.empty(),
                                        Optional.empty(),
                                        true)),
                Right.of(new StaticAddress(new AddressSettings("10.0.0.1", 24, Optional.empty(), List.of())))
                        .with(
                                AddressProbe.of("10.0.0.1"),
                                new AddressFact(
                                        Optional.of("eth0"),
                                        false,
                                        Set.of("systemd-networkd"),
                                        Optional.empty(),
                                        Optional.of("/etc/systemd/network/05-urania-eth0.network"),
                                        false,
                                        Map.of(
                                                "/etc/systemd/network/05-urania-eth0.network",
                                                "[Match]\nName=eth0\n\n[Network]\nAddress=10.0.0.1/24\n")))
                        .with(UnconfirmedProbe.of("address"), false),
                Right.of(new SwapOff()).with(SwapProbe.QUESTION, SwapFact.NONE),
                Right.of(new Sysctls(new TreeMap<>(Map.of("kernel.panic", "10"))))
                        .with(
                                SysctlProbe.of("kernel.panic"),
                                new SysctlFact(
                                        Optional.of("10"),
                                        Optional.of(new Setting("/etc/sysctl.d/zz-urania.conf", "10"))))
                        .with(
                                FileProbe.at("/etc/sysctl.d/zz-urania.conf"),
                                new FileFact.Regular(
                                        "644",
                                        "root",
                                        Payload.text("kernel.panic = 10\n").sha256(),
                                        1)),
                Right.of(new SystemUser("etcd", "/var/lib/etcd")).with(SystemUserProbe.of("etcd"), true));
    }

    @Test
    void everyKindOfResourceIsLookedAt() {
        Set<String> kinds = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.urania.engine.resource")
                        .stream()
                        .filter(type -> type.isAssignableTo(Resource.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(resources()
                        .map(right -> right.resource().getClass().getName())
                        .collect(Collectors.toSet()))
                .isEqualTo(kinds);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void isRightWithAllAnswersAndNeverWithOneLess(Right right) {
        assertThat(right.answers().keySet()).containsAll(right.resource().questions());
        assertThat(Sandbox.difference(right.resource(), right.facts())).isEmpty();
        for (Question<?> unknown : right.resource().questions()) {
            assertThatThrownBy(() -> Sandbox.difference(right.resource(), right.without(unknown)))
                    .isInstanceOf(UnknownFactException.class)
                    .hasMessageContainingAll("here", unknown.probe().name(), unknown.subject(), "the disk is gone");
        }
    }
}
