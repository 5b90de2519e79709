using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>An e-mail as a mail program reads it.</summary>
internal sealed partial record ParsedMail(IReadOnlyDictionary<string, string> Headers, string Text, string Html)
{
    public string this[string header] => Headers[header];

    public static ParsedMail Read(string mail)
    {
        Assert.DoesNotMatch("[^\x00-\x7f]", mail);
        Assert.DoesNotMatch("(?<!\r)\n", mail);
        Assert.All(mail.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        var (headers, body) = Split(mail);
        var boundary = Boundary().Match(headers["Content-Type"]).Groups[1].Value;
        var parts = body.Split($"--{boundary}")[1..^1]
            .Select(p => Split(p.TrimStart('\r', '\n')))
            .ToDictionary(p => p.Headers["Content-Type"].Split(';')[0], p => p);
        return new(headers, Decode(parts["text/plain"]), Decode(parts["text/html"]));
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = Folded().Replace(part[..end], " ").Split("\r\n");
        return (
            lines.Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => Words(l[1]), StringComparer.OrdinalIgnoreCase),
            part[(end + 4)..]
        );
    }

    private static string Words(string value) =>
        EncodedWord()
            .Replace(
                BetweenWords().Replace(value, "?==?"),
                m =>
                    Encoding.UTF8.GetString(
                        m.Groups[1].Value is "B" or "b"
                            ? Convert.FromBase64String(m.Groups[2].Value)
                            : Quoted(m.Groups[2].Value.Replace('_', ' '))
                    )
            );

    private static string Decode((Dictionary<string, string> Headers, string Body) part)
    {
        Assert.Contains("utf-8", part.Headers["Content-Type"]);
        Assert.Equal("quoted-printable", part.Headers["Content-Transfer-Encoding"]);
        return Encoding.UTF8.GetString(Quoted(part.Body.Replace("=\r\n", ""))).ReplaceLineEndings("\n").Trim();
    }

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text[(i + 1)..(i + 3)], 16));
                i += 2;
            }
            else
                bytes.Add((byte)text[i]);
        return [.. bytes];
    }

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex("\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?(.*?)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
