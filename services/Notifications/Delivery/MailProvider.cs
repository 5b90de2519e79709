namespace Platform.Notifications.Delivery;

/// <summary>Takes e-mails for delivery.</summary>
internal abstract class MailProvider
{
    /// <summary>Hands over an e-mail. Any exception means the same as <see cref="MailAnswer.Later"/>.</summary>
    public abstract Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancellationToken);

    /// <summary>Whether it can say later which letters it has, so that no letter is ever sent twice.</summary>
    public virtual bool KnowsItsLetters => false;

    /// <summary>Whether it has that letter. Asked only of one that <see cref="KnowsItsLetters"/>.</summary>
    public virtual Task<bool> HasAsync(Guid letter, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Called when there is nothing more to send for now.</summary>
    public virtual Task RestAsync() => Task.CompletedTask;

    /// <summary>Deletes what it has kept of a letter.</summary>
    public virtual void Forget(Guid letter) { }

    /// <summary>The provider that is configured.</summary>
    /// <exception cref="InvalidOperationException">No provider is configured, or several are.</exception>
    public static MailProvider Read(IConfiguration configuration)
    {
        var folder = configuration["Mail:Folder"];
        var host = configuration["Mail:Smtp:Host"];
        var key = configuration["Mail:Notify:ApiKey"];
        return (folder, host, key) switch
        {
            ({ Length: > 0 }, null or "", null or "") => new FolderProvider(folder),
            (null or "", { Length: > 0 }, null or "") => new SmtpProvider(SmtpServer.Read(configuration)),
            (null or "", null or "", { Length: > 0 }) => new NotifyProvider(NotifyAccount.Read(configuration)),
            _ => throw new InvalidOperationException(
                "Configure exactly one mail provider: set Mail__Smtp__Host to a mail server, Mail__Notify__ApiKey to a key of GOV.UK "
                    + "Notify, "
                    + "or Mail__Folder to a folder that takes the letters as .eml files."
            ),
        };
    }
}

/// <summary>A provider's answer to an e-mail.</summary>
/// <param name="Kind">Whether it took the e-mail.</param>
/// <param name="Why">Why it did not.</param>
internal sealed record MailAnswer(MailAnswerKind Kind, string Why)
{
    public static readonly MailAnswer Taken = new(MailAnswerKind.Taken, "");

    public static MailAnswer Later(string why) => new(MailAnswerKind.Later, why);

    public static MailAnswer Never(string why) => new(MailAnswerKind.Never, why);
}

internal enum MailAnswerKind
{
    Taken,
    Later,
    Never,
}
