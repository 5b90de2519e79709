using System.Text;

namespace Platform.Notifications.Delivery;

/// <summary>A mail server's answer that ends what was asked (RFC 5321).</summary>
/// <param name="code">Its three digits; 0 where the server cannot do what is needed.</param>
/// <param name="step">What was asked: "RCPT".</param>
/// <param name="text">What it said.</param>
internal sealed class SmtpRefusal(int code, string step, string text) : Exception(text)
{
    public int Code => code;
    public string Step => step;
}

/// <summary>The lines that go to and fro.</summary>
internal sealed class SmtpWire(Stream stream) : IDisposable
{
    private readonly byte[] buffer = new byte[4096];
    private int from,
        until;

    public Stream Stream => stream;

    /// <summary>Whether more has come than was read.</summary>
    public bool HasMore => from != until;

    public void Dispose() => stream.Dispose();

    /// <summary>Says a line, and returns the lines of the answer.</summary>
    /// <exception cref="SmtpRefusal">The answer is no.</exception>
    public async Task<IReadOnlyList<string>> AskAsync(string step, string line, CancellationToken cancellation)
    {
        await WriteAsync(line, cancellation);
        return await AnswerAsync(step, cancellation);
    }

    public Task WriteAsync(string line, CancellationToken cancellation) => WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellation);

    public async Task WriteAsync(byte[] bytes, CancellationToken cancellation) => await stream.WriteAsync(bytes, cancellation);

    /// <summary>The lines of the answer to what was said.</summary>
    /// <exception cref="SmtpRefusal">The answer is no.</exception>
    public async Task<IReadOnlyList<string>> AnswerAsync(string step, CancellationToken cancellation)
    {
        var texts = new List<string>();
        while (true)
        {
            var line = await ReadLineAsync(cancellation);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code))
                throw new IOException($"The mail server answered “{line}”.");
            texts.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-')
                continue;
            return code < 400 ? texts : throw new SmtpRefusal(code, step, $"{code} {string.Join(' ', texts)}");
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (from == until)
            {
                (from, until) = (0, await stream.ReadAsync(buffer, cancellation));
                if (until == 0)
                    throw new IOException("The mail server closed the connection.");
            }
            var letter = (char)buffer[from++];
            if (letter == '\n')
                return line.ToString().TrimEnd('\r');
            if (line.Append(letter).Length > 2000)
                throw new IOException("The mail server does not end its line.");
        }
    }
}
