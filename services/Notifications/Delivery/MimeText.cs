using System.Net.Mail;
using System.Text;

namespace Platform.Notifications.Delivery;

/// <summary>Writes an e-mail as a file (RFC 5322, MIME): ASCII, CRLF, multipart/alternative, the same bytes for the same letter.</summary>
internal static class MimeText
{
    private const int LongestLine = 76;

    public static byte[] Of(Mail mail)
    {
        var text = new StringBuilder($"Date: {mail.Date.ToUniversalTime():ddd, dd MMM yyyy HH:mm:ss} +0000\r\n");
        foreach (var (name, value) in mail.Headers)
            text.Append($"{name}: {value}\r\n");
        text.Append($"From: {Mailbox(mail.From)}\r\nReply-To: {Mailbox(mail.ReplyTo)}\r\nTo: {Mailbox(mail.To)}\r\n");
        text.Append($"Subject: {Words(mail.Subject)}\r\nMIME-Version: 1.0\r\n");
        var boundary = $"letter-{mail.Id:N}";
        text.Append($"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n");
        Part(text, boundary, "text/plain", mail.Text);
        Part(text, boundary, "text/html", mail.Html);
        text.Append($"\r\n--{boundary}--\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void Part(StringBuilder text, string boundary, string type, string body) =>
        text.Append(
            $"\r\n--{boundary}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: "
                + $"quoted-printable\r\n\r\n{QuotedPrintable(body)}"
        );

    private static string Mailbox(MailAddress mailbox) =>
        mailbox.DisplayName switch
        {
            "" => mailbox.Address,
            var name when IsPlain(name) => $"\"{name.Replace("\\", "\\\\").Replace("\"", "\\\"")}\" <{mailbox.Address}>",
            var name => $"{Words(name)} <{mailbox.Address}>",
        };

    // RFC 2047: words of at most 75 characters, never cut inside a character.
    private static string Words(string value)
    {
        if (IsPlain(value))
            return value;
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > 42)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            word.Append(rune.ToString());
        }
        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(w => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(w))}?="));
    }

    private static bool IsPlain(string value) => value.All(c => c is >= ' ' and <= '~') && value.Length <= 200;

    // RFC 2045, section 6.7.
    private static string QuotedPrintable(string body)
    {
        var text = new StringBuilder();
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n'))
        {
            var length = 0;
            var bytes = Encoding.UTF8.GetBytes(line);
            for (var i = 0; i < bytes.Length; i++)
            {
                var literal = bytes[i] is >= (byte)'!' and <= (byte)'~' and not (byte)'=' || (bytes[i] == ' ' && i < bytes.Length - 1);
                var next = literal ? ((char)bytes[i]).ToString() : $"={bytes[i]:X2}";
                if (length + next.Length >= LongestLine)
                {
                    text.Append("=\r\n");
                    length = 0;
                }
                text.Append(next);
                length += next.Length;
            }
            text.Append("\r\n");
        }
        return text.ToString();
    }
}
