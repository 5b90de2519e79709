using System.Security.Cryptography;
using System.Text;

namespace Platform.Local;

/// <summary>
/// How a private node is run on a data folder: the commands and their environment, apart from everything else on the machine.
/// </summary>
internal sealed record RabbitSetup(string[] Server, string[]? PortMapper, Dictionary<string, string> Environment)
{
    private const string Image = "rabbitmq:3.13.7";

    /// <summary>
    /// An installed server, with an Erlang port mapper of its own, which would otherwise be shared with other nodes and stay behind.
    /// </summary>
    public static RabbitSetup Installed(string program, string folder, int port)
    {
        var ports = FreePort.Find(2);
        var config = Path.Combine(folder, "rabbitmq.conf");
        var plugins = Path.Combine(folder, "enabled_plugins");
        File.WriteAllText(config, $"listeners.tcp.1 = 127.0.0.1:{port}\n");
        File.WriteAllText(plugins, "[].\n");
        var portMapper =
            ShortCommand.PathTo("epmd", "/usr/lib/erlang/bin")
            ?? throw new InvalidOperationException(
                "RabbitMQ is here, but Erlang's epmd is not on the PATH: add the folder with Erlang's programs to it."
            );
        return new(
            [program],
            [portMapper],
            new()
            {
                ["HOME"] = folder,
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
                ["ERL_EPMD_PORT"] = $"{ports[0]}",
                ["RABBITMQ_DIST_PORT"] = $"{ports[1]}",
                // A name that needs no hosts file.
                ["RABBITMQ_NODENAME"] = "platform@127.0.0.1",
                ["RABBITMQ_USE_LONGNAME"] = "true",
                ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "no-rabbitmq-env.conf"),
                ["RABBITMQ_CONFIG_FILE"] = config,
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = plugins,
                ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
                ["RABBITMQ_LOG_BASE"] = folder,
                ["RABBITMQ_LOGS"] = "-",
                // With input allowed, the script turns into the node instead of waiting for it: its process id is the node's.
                ["RABBITMQ_ALLOW_INPUT"] = "true",
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-noinput -kernel inet_dist_use_interface {127,0,0,1}",
            }
        );
    }

    /// <summary>
    /// A container in the foreground: docker passes the stop signal on to it. One that a killed program left behind is removed first.
    /// </summary>
    public static RabbitSetup Container(string folder, int port)
    {
        var name = "platform-rabbitmq-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..12];
        var data = Directory.CreateDirectory(Path.Combine(folder, "container")).FullName;
        const string script = """
            docker rm -f "$1"
            shift
            [ "$(id -u)" = 0 ] || set -- --user "$(id -u):$(id -g)" "$@"
            exec docker run --rm "$@"
            """;
        return new(
            [
                "sh",
                "-c",
                script,
                "sh",
                name,
                "--name",
                name,
                "--hostname",
                "platform",
                "-p",
                $"127.0.0.1:{port}:5672",
                "-v",
                $"{data}:/var/lib/rabbitmq",
                Image,
            ],
            PortMapper: null,
            []
        );
    }
}
