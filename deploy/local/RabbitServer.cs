namespace Platform.Local;

/// <summary>
/// Finds a RabbitMQ server on this machine, or fetches one: an installed one, a container, or Debian's package.
/// </summary>
internal static class RabbitServer
{
    private const string Program = "rabbitmq-server";

    // Debian's own script of this name on PATH changes the user; the one in this folder runs as whoever calls it.
    private const string DebiansFolder = "/usr/lib/rabbitmq/bin";

    /// <summary>Where the server's program is; null when it is to be run by docker.</summary>
    /// <exception cref="InvalidOperationException">There is none and none can be fetched; the message says what to install.</exception>
    public static async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (Installed() is { } program)
            return program;
        if (await ShortCommand.SucceedsAsync(["docker", "info"], cancellationToken))
            return null;
        if (Environment.IsPrivilegedProcess && ShortCommand.PathTo("apt-get") is not null)
        {
            await ShortCommand.RunAsync(
                [Path.Combine(RepositoryRoot.Find(), "deploy", "local", "install-packages"), Program],
                cancellationToken
            );
            if (Installed() is { } fetched)
                return fetched;
        }
        throw new InvalidOperationException("RabbitMQ is needed and not here: install the package rabbitmq-server, or start docker.");
    }

    private static string? Installed() => ShortCommand.PathTo(Path.Combine(DebiansFolder, Program)) ?? ShortCommand.PathTo(Program);
}
