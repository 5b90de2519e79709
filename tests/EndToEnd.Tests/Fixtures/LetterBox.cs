using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>The e-mails that left the platform, and its own list of them.</summary>
internal sealed partial class LetterBox(WholePlatform platform)
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
        for (var next = "/api/notifications/letters"; next is not null; )
        {
            var page = await platform.Api.GetAsync("officer@opcc.example", next);
            found.AddRange(page.GetProperty("letters").EnumerateArray().Where(l => l.GetProperty("aboutId").GetGuid() == about));
            next = page.GetProperty("next").GetString();
        }
        return found;
    }

    private static Mail Read(string file)
    {
        var text = File.ReadAllText(file);
        string Header(string name) => Regex.Match(text, $"^{name}: (.*)\r$", RegexOptions.Multiline).Groups[1].Value;
        return new(
            Path.GetFileName(file),
            Address().Match(Header("To")).Value,
            Header("Subject"),
            DateOnly.ParseExact(Header("Date")[5..16], "dd MMM yyyy"),
            Header("Message-ID")
        );
    }

    [GeneratedRegex(@"[^<\s]+@[^>\s]+")]
    private static partial Regex Address();
}
