namespace Platform.Local;

/// <summary>PostgreSQL refuses to run as root; root therefore starts it as a user without rights.</summary>
internal static class ServerUser
{
    // If that user may not enter a folder above (root's home, say), it is given the right to: the smallest of these that works. A container
    // often has only the last.
    private static readonly string[] Rights = ["", "dac_read_search", "dac_override"];

    /// <summary>
    /// What to put before a command that runs <paramref name="binary"/>on <paramref name="folder"/>. The folder and the password's file
    /// become that user's own, and nothing else does: people may name any folder as the data folder.
    /// </summary>
    /// <exception cref="InvalidOperationException">This program is root and no such user can reach the two.</exception>
    public static async Task<string[]> BecomeAsync(string binary, string folder, string passwordFile, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return [];
        if (!OperatingSystem.IsLinux())
            throw new InvalidOperationException("PostgreSQL does not run as root: start the platform as another user.");
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).ToList();
        var user = users.Find(fields => fields[0] == "postgres") ?? users.First(fields => fields[0] == "nobody");
        await ShortCommand.RunAsync(["chown", "-R", $"{user[2]}:{user[3]}", folder, passwordFile], cancellationToken);
        foreach (var right in Rights)
        {
            string[] prefix = ["setpriv", "--reuid", user[2], "--regid", user[3], "--clear-groups", .. Granting(right)];
            if (await ShortCommand.SucceedsAsync([.. prefix, "test", "-x", binary, "-a", "-x", folder], cancellationToken))
                return prefix;
        }
        throw new InvalidOperationException(
            $"PostgreSQL does not run as root, and the user {user[0]} cannot reach {binary} or {folder}: start the platform as another "
                + "user, or move it."
        );
    }

    // Without no_setuid_fixup, access(2) would ignore that right, and PostgreSQL would not find its own program.
    private static string[] Granting(string right) =>
        right == "" ? [] : ["--inh-caps", $"-all,+{right}", "--ambient-caps", $"+{right}", "--securebits", "+no_setuid_fixup"];
}
