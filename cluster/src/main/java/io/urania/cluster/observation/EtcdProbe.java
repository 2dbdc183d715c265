package io.urania.cluster.observation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.urania.cluster.pki.EtcdClient;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a host has of etcd, whatever group it is in. Whether there are data of a member is what etcd itself goes by: a write-ahead log
 * ({@code haveWAL} in etcd's server/etcdserver/bootstrap.go); a directory that was made and never used is nothing.
 *
 * @param etcdctl absolute path on the host
 * @param instance what is asked about; where the host's own settings name another directory of data, that one is looked at too
 * @param settings where the member's settings are on the host: the environment of a service, or the manifest of a static pod
 * @param client with what it is asked
 */
public record EtcdProbe(String etcdctl, EtcdInstance instance, String settings, EtcdClient client)
        implements Probe<EtcdFact> {

    private static final String MEMBERS = "{\"header\"";

    /** The probe for the hosts of a cluster. */
    public static EtcdProbe of(ClusterSpec spec, EtcdInstance instance) {
        String settings = switch (spec.etcd().deployment()) {
            case HOST -> instance.settings();
            case KUBEADM -> spec.paths().manifests() + "/" + instance.name() + ".yaml";
        };
        return new EtcdProbe(spec.paths().programs() + "/etcdctl", instance, settings, EtcdClient.of(spec));
    }

    /** The one question of this probe. */
    public Question<EtcdFact> question() {
        return Question.about(this);
    }

    @Override
    public String name() {
        return instance.name();
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
            data=%s settings=%s etcdctl=%s
            own=$data settled= initial= state=
            if [ -e "$settings" ]; then
                while IFS= read -r line || [ -n "$line" ]; do
                    case $line in
                    ETCD_DATA_DIR=*) own=${line#*=} settled=$own ;;
                    ETCD_INITIAL_CLUSTER=*) initial=${line#*=} ;;
                    ETCD_INITIAL_CLUSTER_STATE=*) state=${line#*=} ;;
                    *'- --data-dir='*) own=${line#*=} settled=$own ;;
                    *'- --initial-cluster='*) initial=${line#*--initial-cluster=} ;;
                    *'- --initial-cluster-state='*) state=${line#*=} ;;
                    esac
                done <"$settings"
            fi
            found=
            for log in "$data"/member/wal/*.wal "$own"/member/wal/*.wal; do
                if [ -e "$log" ]; then found=yes; fi
            done
            if [ -z "$found" ]; then
                echo absent
                exit 0
            fi
            echo "data${settled:+ $settled}"
            echo "$initial"
            echo "$state"
            if [ ! -x "$etcdctl" ]; then
                echo "etcdctl is missing"
                exit 0
            fi
            ask() {
                ETCDCTL_API=3 "$etcdctl" --cacert=%s --cert=%s --key=%s --endpoints=%s \\
                    --command-timeout=5s "$@" --write-out=json 2>&1 || :
            }
            ask member list &
            ask endpoint status
            wait
            """.formatted(
                        Shell.quote(instance.dataDirectory()),
                        Shell.quote(settings),
                        Shell.quote(etcdctl),
                        Shell.quote(client.authority()),
                        Shell.quote(client.certificate()),
                        Shell.quote(client.key()),
                        client.endpoint(instance));
    }

    @Override
    public Map<String, EtcdFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (lines.equals(List.of("absent"))) {
            return Map.of("", new EtcdFact.Absent());
        }
        if (lines.size() < 3 || !lines.getFirst().matches("data(?: .*)?")) {
            // Cut off: whether there are data is not known.
            return Map.of();
        }
        EtcdBeginning beginning = new EtcdBeginning(
                peerUrls(lines.get(1)),
                lines.get(2),
                lines.getFirst().substring("data".length()).strip());
        List<String> said = lines.subList(3, lines.size());
        return Map.of("", fact(said, beginning));
    }

    private static EtcdFact fact(List<String> said, EtcdBeginning beginning) {
        Optional<String> status =
                said.stream().filter(line -> line.startsWith("[{")).findFirst();
        if (status.isEmpty()) {
            return new EtcdFact.Silent(reason(said), beginning);
        }
        try {
            List<EtcdPeer> peers = said.stream()
                    .filter(line -> line.startsWith(MEMBERS))
                    .findFirst()
                    .map(EtcdProbe::peers)
                    .orElse(List.of());
            return serving(status.get(), peers, beginning);
        } catch (JsonParseException | IllegalStateException | NullPointerException | NumberFormatException e) {
            return new EtcdFact.Silent("etcdctl's answer cannot be read: " + e.getMessage(), beginning);
        }
    }

    private static EtcdFact.Serving serving(String json, List<EtcdPeer> peers, EtcdBeginning beginning) {
        JsonObject status = JsonParser.parseString(json)
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("Status");
        JsonObject header = status.getAsJsonObject("header");
        String leader = status.has("leader") ? id(status.get("leader").getAsString()) : "";
        return new EtcdFact.Serving(
                id(header.get("cluster_id").getAsString()),
                id(header.get("member_id").getAsString()),
                leader,
                status.get("version").getAsString(),
                status.get("dbSize").getAsLong(),
                peers,
                beginning);
    }

    private static List<EtcdPeer> peers(String json) {
        List<EtcdPeer> peers = new ArrayList<>();
        for (JsonElement element :
                JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("members")) {
            JsonObject member = element.getAsJsonObject();
            TreeSet<String> urls = new TreeSet<>();
            member.getAsJsonArray("peerURLs").forEach(url -> urls.add(url.getAsString()));
            peers.add(new EtcdPeer(
                    member.has("name") ? member.get("name").getAsString() : "", urls, member.has("clientURLs")));
        }
        return peers;
    }

    /** Of {@code name=url,name=url}. */
    private static SortedSet<String> peerUrls(String initialCluster) {
        TreeSet<String> urls = new TreeSet<>();
        for (String member : initialCluster.split(",", -1)) {
            int equals = member.indexOf('=');
            if (equals > 0) {
                urls.add(member.substring(equals + 1));
            }
        }
        return urls;
    }

    /** etcdctl's own sentence: before it come lines of its log, as JSON, and after it the word null in place of the JSON. */
    private static String reason(List<String> said) {
        return said.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("{") && !line.equals("null") && !line.equals("[]"))
                .reduce((_, last) -> last)
                .orElse("no answer");
    }

    private static String id(String decimal) {
        return Long.toHexString(Long.parseUnsignedLong(decimal));
    }
}
