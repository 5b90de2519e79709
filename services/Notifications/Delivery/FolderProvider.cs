namespace Platform.Notifications.Delivery;

/// <summary>
/// Writes each letter to a file that mail programs can open: for the demonstration, and where another program collects the mail.
/// </summary>
internal sealed class FolderProvider : MailProvider
{
    private readonly string folder;

    public FolderProvider(string folder) => this.folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>A letter that is sent again overwrites its file; no file is ever half written.</summary>
    public override async Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, $"{mail.Id}.eml");
        await File.WriteAllBytesAsync(file + ".part", mail.File(), cancellationToken);
        File.Move(file + ".part", file, overwrite: true);
        return MailAnswer.Taken;
    }

    public override void Forget(Guid letter) => File.Delete(Path.Combine(folder, $"{letter}.eml"));
}
