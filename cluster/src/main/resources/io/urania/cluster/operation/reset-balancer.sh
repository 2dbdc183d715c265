# Takes our configuration from a balancer; HAProxy's package stays, stopped.
systemctl disable --quiet --now haproxy.service 2>/dev/null || :
rm -f /etc/haproxy/haproxy.cfg /etc/profile.d/haproxy.sh
