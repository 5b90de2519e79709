using System.Security.Cryptography;
using Npgsql;

namespace Platform.Local;

/// <summary>A folder that <c>initdb</c> made, and how the server is run on it.</summary>
internal sealed record PostgresCluster(string Folder, string Password, string[] Prefix, bool Durable)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static string Server => Path.Combine(PostgresBinaries.Folder(), "postgres");

    /// <summary>Finds the cluster in the data folder, or makes it with a new superuser's password.</summary>
    public static async Task<PostgresCluster> OpenAsync(string dataFolder, bool durable, CancellationToken cancellationToken)
    {
        var cluster = Path.Combine(dataFolder, "cluster");
        var passwordFile = Path.Combine(dataFolder, "superuser-password");
        // Made beside its place and then renamed, so that one left half made is never taken for a cluster.
        var making = Path.Combine(dataFolder, "cluster.new");
        var isNew = !Directory.Exists(cluster);
        if (isNew)
        {
            if (Directory.Exists(making))
                Directory.Delete(making, recursive: true);
            Directory.CreateDirectory(making);
            await WriteForOwnerAsync(passwordFile, RandomNumberGenerator.GetHexString(40));
        }
        var prefix = await ServerUser.BecomeAsync(Server, isNew ? making : cluster, passwordFile, cancellationToken);
        if (isNew)
        {
            await ShortCommand.RunAsync([.. prefix, .. InitialisationOf(making, passwordFile, durable)], cancellationToken);
            Directory.Move(making, cluster);
        }
        return new(cluster, await File.ReadAllTextAsync(passwordFile, cancellationToken), prefix, durable);
    }

    /// <summary>The command that runs the server in the foreground.</summary>
    public string[] Command(int port) =>
        [
            .. Prefix,
            Server,
            "-D",
            Folder,
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            $"port={port}",
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=300",
            .. Durable ? Array.Empty<string>() : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"],
        ];

    public string AdminConnectionString(int port) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = "postgres",
            Username = "postgres",
            Password = Password,
            Pooling = false,
            Timeout = 5,
        }.ConnectionString;

    private static string[] InitialisationOf(string cluster, string passwordFile, bool durable) =>
        [
            Path.Combine(PostgresBinaries.Folder(), "initdb"),
            "-D",
            cluster,
            "--username=postgres",
            $"--pwfile={passwordFile}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];

    private static async Task WriteForOwnerAsync(string file, string text)
    {
        File.Delete(file);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        };
        await using var writer = new StreamWriter(file, options);
        await writer.WriteAsync(text);
    }
}
