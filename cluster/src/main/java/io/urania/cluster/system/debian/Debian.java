package io.urania.cluster.system.debian;

import io.urania.artifacts.Architecture;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Release;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.apt.Apt;
import java.util.List;

/** Debian, and whatever says that it is like it. */
public record Debian() implements OperatingSystem {

    @Override
    public String name() {
        return "Debian";
    }

    @Override
    public String recognition() {
        return "os-release has `ID=debian`, and there is no /etc/rpi-issue of Raspberry Pi OS";
    }

    @Override
    public boolean is(OsRelease said) {
        return said.id().equals("debian");
    }

    @Override
    public boolean isBaseOf(OsRelease said) {
        return said.isLike("debian");
    }

    @Override
    public List<Release> releases() {
        return DebianFamily.releases(Architecture.AMD64, Architecture.ARM64, Architecture.ARM);
    }

    @Override
    public PackageManager packageManager() {
        return new Apt();
    }

    @Override
    public Provision provision(Software software, Release release) {
        return DebianFamily.provision(software, release);
    }

    /** Of Debian's images for Raspberry Pis; elsewhere the boot loader has the arguments. */
    @Override
    public String path(SystemPath path, Release release) {
        return switch (path) {
            case KERNEL_ARGUMENTS -> "/boot/firmware/cmdline.txt";
            case LOAD_BALANCER_ROOT -> DebianFamily.LOAD_BALANCER_ROOT;
            case LOAD_BALANCER_SOCKET -> DebianFamily.LOAD_BALANCER_SOCKET;
        };
    }

    @Override
    public List<String> directories() {
        return DebianFamily.directories();
    }
}
