package io.urania.engine.resource.kernel;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/**
 * Whether kernel modules are loaded, built in, loadable or missing.
 *
 * <p>A kernel without module files does not say what is built in; for the features that Kubernetes asks for, the kernel
 * shows it elsewhere: a file system in /proc/filesystems, a directory of sysctls, a file in /proc/net.
 */
public final class KernelModuleProbe implements Probe<KernelModuleFact> {

    static final KernelModuleProbe INSTANCE = new KernelModuleProbe();

    private KernelModuleProbe() {}

    /** Asks for a module by its name, with underscores. */
    public static Question<KernelModuleFact> of(String module) {
        return new Question<>(INSTANCE, module);
    }

    @Override
    public String name() {
        return "kernel modules";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                present() {
                    [ -e "/sys/module/$1" ] && return 0
                    while read -r path; do
                        case $path in */"$1".ko | */"$dashed".ko) return 0 ;; esac
                    done 2>/dev/null <"/lib/modules/$(uname -r)/modules.builtin" || :
                    case $1 in
                    overlay) while read -r _ kind; do [ "$kind" != overlay ] || return 0; done </proc/filesystems ;;
                    br_netfilter) [ -e /proc/sys/net/bridge/bridge-nf-call-iptables ] && return 0 ;;
                    ip_vs*) [ -e /proc/net/ip_vs ] && return 0 ;;
                    nf_conntrack) [ -e /proc/sys/net/netfilter ] && return 0 ;;
                    esac
                    return 1
                }
                for module in %s; do
                    dashed=
                    rest=$module
                    while [ "$rest" != "${rest#*_}" ]; do dashed="$dashed${rest%%%%_*}-"; rest=${rest#*_}; done
                    dashed=$dashed$rest
                    if present "$module"; then echo "PRESENT $module"
                    elif modprobe -n -q "$module"; then echo "LOADABLE $module"
                    else echo "UNAVAILABLE $module"; fi
                done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, KernelModuleFact> parse(String output, SortedSet<String> subjects) {
        Map<String, KernelModuleFact> facts = new HashMap<>();
        output.lines().forEach(line -> {
            int space = line.indexOf(' ');
            facts.put(line.substring(space + 1), KernelModuleFact.valueOf(line.substring(0, space)));
        });
        return facts;
    }
}
