for server in ssh.service sshd.service; do
    if systemctl is-active --quiet "$server"; then
        systemctl reload "$server"
        break
    fi
done
