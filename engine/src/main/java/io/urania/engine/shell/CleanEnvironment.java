package io.urania.engine.shell;

/**
 * Starts a shell on a host with nothing of the environment that a login brings: no proxies of /etc/environment, no locale, no
 * exported functions of bash. kubeadm, for one, writes the proxies that it finds around itself into the manifests of static pods
 * (kubeadm 2145).
 */
public final class CleanEnvironment {

    /** Where hosts look for programs. */
    public static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private CleanEnvironment() {}

    /**
     * The command line, which any login shell understands, fish and tcsh included.
     *
     * @param script a quoted word: what the shell runs
     */
    public static String shell(String script) {
        return "exec env -i PATH=" + PATH + " sh -c " + script;
    }
}
