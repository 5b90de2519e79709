using System.Security.Cryptography;
using System.Text.Json;
using Platform.Gateway.SignIn;
using Platform.Local;
using Platform.ServiceDefaults.Callers;

namespace Platform.Standalone;

/// <summary>What this machine's platform is started with: the command line, and secrets made at the first start.</summary>
/// <param name="Folder">Where its data is kept.</param>
/// <param name="RabbitMq">Whether each service runs in its own process.</param>
/// <param name="Port">The gateway's port on 127.0.0.1.</param>
/// <param name="Except">The program that somebody starts themselves, in a debugger; null for none.</param>
/// <param name="AsksCode">Whether only the present code of the authenticator app is wanted.</param>
/// <param name="Secrets">Made at the first start.</param>
internal sealed record Settings(string Folder, bool RabbitMq, int Port, string? Except, bool AsksCode, Secrets Secrets)
{
    /// <summary>What <c>--code</c> needs to find the folder; empty for the usual one.</summary>
    public string FolderOption => Path.GetFileName(Folder) is ".data" or ".data-rabbitmq" ? "" : $" --data {Folder}";

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>
    /// Reads <c>--rabbitmq</c>, <c>--port N</c> (5000), <c>--data FOLDER</c> (.data, or .data-rabbitmq), <c>--except NAME</c> and
    /// <c>--code</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">An option is unknown or has no value.</exception>
    public static Settings Read(string[] args)
    {
        var (rabbit, asksCode) = (false, false);
        var port = 5000;
        string? folder = null;
        string? except = null;
        for (var i = 0; i < args.Length; i++)
            switch (args[i])
            {
                case "--rabbitmq":
                    rabbit = true;
                    break;
                case "--code":
                    asksCode = true;
                    break;
                case "--port" when i + 1 < args.Length && int.TryParse(args[i + 1], out port):
                    i++;
                    break;
                case "--data" when i + 1 < args.Length:
                    folder = args[++i];
                    break;
                case "--except" when i + 1 < args.Length && Processes.Named(args[i + 1]) is { } program:
                    rabbit = true;
                    except = program;
                    i++;
                    break;
                default:
                    throw new InvalidOperationException(
                        $"{args[i]} is not understood. Options: --rabbitmq, --port NUMBER, --data FOLDER, --code, "
                            + "--except bids (or another program; the others start as with --rabbitmq)."
                    );
            }
        folder = Path.GetFullPath(folder ?? Path.Combine(Root(), rabbit ? ".data-rabbitmq" : ".data"));
        var loading = Path.Combine(folder, "loading");
        // The last start ended while the demonstration was being created: nobody has used it yet, so it is created anew.
        if (File.Exists(loading) && !asksCode)
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return new(folder, rabbit, port, except, asksCode, Secrets.ReadOrMake(Path.Combine(folder, "secrets.json")));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "package.json")))
            folder = folder.Parent;
        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}

/// <summary>Passwords that exist on this machine alone.</summary>
/// <param name="People">Of every demonstration user.</param>
/// <param name="Databases">Of each service's login.</param>
/// <param name="Owners">Of the login that owns each service's database.</param>
/// <param name="Callers">The private key that signs caller tokens.</param>
/// <param name="Session">The certificate, with its key, that the keys of sessions are encrypted for.</param>
/// <param name="Audit">The private key that signs the heads of the event logs.</param>
/// <param name="Links">The private key that the codes of one-time links are sealed for.</param>
/// <param name="Authenticator">The key of every demonstration user's authenticator app.</param>
internal sealed record Secrets(
    string People,
    Dictionary<string, string> Databases,
    Dictionary<string, string> Owners,
    string Callers,
    string Session,
    string Audit,
    string Links,
    string Authenticator
)
{
    private static readonly string[] Words =
    [
        "amber",
        "otter",
        "lantern",
        "maple",
        "harvest",
        "pebble",
        "saffron",
        "willow",
        "copper",
        "meadow",
        "thistle",
        "walnut",
        "juniper",
        "cobalt",
        "heather",
        "quartz",
    ];

    public static Secrets ReadOrMake(string file)
    {
        if (File.Exists(file))
            return JsonSerializer.Deserialize<Secrets>(File.ReadAllText(file)) is { Authenticator: not null } known
                ? known
                : throw new InvalidOperationException(
                    $"{file} was made by another version of the platform. Start that version, or delete the folder that it is in."
                );
        var people = $"{string.Join('-', RandomNumberGenerator.GetItems(Words, 4))}-{RandomNumberGenerator.GetInt32(1000, 10000)}";
        var made = new Secrets(
            people,
            Stores.Databases.ToDictionary(d => d, _ => RandomNumberGenerator.GetHexString(32)),
            Stores.Databases.ToDictionary(d => d, _ => RandomNumberGenerator.GetHexString(32)),
            CallerSigner.NewKey(),
            SelfSigned.NewPem(),
            CallerSigner.NewKey(),
            SelfSigned.NewKey(),
            Totp.NewKey()
        );
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(file, options))
            JsonSerializer.Serialize(stream, made);
        return made;
    }
}
