using System.Text.Json;
using MimeKit;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>The e-mails that left the platform, and its own list of them.</summary>
internal sealed class LetterBox(WholePlatform platform)
{
    /// <summary>An e-mail as a mail program would show it.</summary>
    public sealed record Mail(string File, string To, string Subject, DateOnly Date, string MessageId);

    /// <summary>The e-mails in the folder whose subject contains those words.</summary>
    public IReadOnlyList<Mail> Mails(string words) =>
        !Directory.Exists(platform.MailFolder)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(platform.MailFolder, "*.eml")
                    .Select(Read)
                    .Where(m => m.Subject.Contains(words, StringComparison.Ordinal)),
            ];

    /// <summary>The letters about something, by the officers' list.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListedAsync(Guid about)
    {
        var found = new List<JsonElement>();
        for (var next = "/api/letters"; next is not null; )
        {
            var page = await platform.Api.GetAsync("officer@opcc.example", next);
            found.AddRange(page.GetProperty("letters").EnumerateArray().Where(l => l.GetProperty("aboutId").GetGuid() == about));
            next = page.GetProperty("next").GetString();
        }
        return found;
    }

    private static Mail Read(string file)
    {
        using var mail = MimeMessage.Load(file);
        var on = DateOnly.FromDateTime(mail.Date.DateTime);
        return new(Path.GetFileName(file), mail.To.Mailboxes.Single().Address, mail.Subject ?? "", on, mail.MessageId ?? "");
    }
}
