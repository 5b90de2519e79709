using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>
/// A mail server that keeps what it takes, and says to recipients what the test wants; with a certificate of its own making, and a
/// password.
/// </summary>
internal sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate = Certificate();

    public SmtpSink()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The answer to RCPT TO.</summary>
    public string ToRecipient { get; set; } = "250 2.1.5 ok";

    /// <summary>How many letters it takes over one connection before it ends it without a word.</summary>
    public int PerConnection { get; set; } = int.MaxValue;

    /// <summary>Takes a letter, and dies before it says so.</summary>
    public bool DiesAfterTaking { get; set; }

    public bool OffersTls { get; set; }

    /// <summary>"PLAIN" or "LOGIN": then nobody may send without "me" and "secret".</summary>
    public string? Auth { get; set; }

    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>What was said to it, in capitals, encrypted or not: "TLS MAIL".</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public int Connections { get; private set; }

    /// <summary>The certificate, for those that are to trust it.</summary>
    public string Pem => certificate.ExportCertificatePem();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        Connections++;
        using var connection = client;
        Stream stream = client.GetStream();
        try
        {
            await new Talk(this, stream).RunAsync(greet: true);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The other side has gone, or does not trust us.
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        certificate.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private sealed class Talk(SmtpSink sink, Stream stream, bool isEncrypted = false)
    {
        private bool isKnown = sink.Auth is null;
        private int letters;

        public async Task RunAsync(bool greet)
        {
            using var reader = new StreamReader(stream, Encoding.Latin1, false, 1024, leaveOpen: true);
            await using var writer = new StreamWriter(stream, Encoding.Latin1, 1024, leaveOpen: true)
            {
                AutoFlush = true,
                NewLine = "\r\n",
            };
            if (greet)
                await writer.WriteLineAsync("220 sink ready");
            while (await reader.ReadLineAsync() is { } line)
            {
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                sink.Heard.Enqueue((isEncrypted ? "TLS " : "") + (command == "AUTH" ? string.Join(' ', line.Split(' ').Take(2)) : command));
                if (command == "MAIL" && letters >= sink.PerConnection)
                    return;
                if (command == "DATA" && isKnown)
                    await TakeAsync(reader, writer);
                if (command == "DATA" && sink.DiesAfterTaking)
                    return;
                if (command == "AUTH")
                    await AuthenticateAsync(line, reader, writer);
                else
                    await writer.WriteLineAsync(Answer(command));
                if (command == "QUIT")
                    return;
                if (command != "STARTTLS")
                    continue;
                await using var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(sink.certificate);
                await new Talk(sink, tls, isEncrypted: true).RunAsync(greet: false);
                return;
            }
        }

        private string Answer(string command) =>
            command switch
            {
                "EHLO" => "250-sink\r\n"
                    + (sink.OffersTls && !isEncrypted ? "250-STARTTLS\r\n" : "")
                    + (sink.Auth is { } way ? $"250-AUTH {way}\r\n" : "")
                    + "250 8BITMIME",
                "STARTTLS" => "220 go on",
                "QUIT" => "221 bye",
                "MAIL" when !isKnown => "530 5.7.0 authentication required",
                "RCPT" => sink.ToRecipient,
                _ => "250 ok",
            };

        private async Task TakeAsync(StreamReader reader, StreamWriter writer)
        {
            await writer.WriteLineAsync("354 go on");
            var mail = new StringBuilder();
            while (await reader.ReadLineAsync() is { } text && text != ".")
                mail.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
            letters++;
            sink.Taken.Enqueue(mail.ToString());
        }

        private async Task AuthenticateAsync(string line, StreamReader reader, StreamWriter writer)
        {
            string said;
            if (line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal))
                said = Text(line[11..]).TrimStart('\0');
            else
            {
                await writer.WriteLineAsync("334 VXNlcm5hbWU6");
                var user = Text((await reader.ReadLineAsync())!);
                await writer.WriteLineAsync("334 UGFzc3dvcmQ6");
                said = user + "\0" + Text((await reader.ReadLineAsync())!);
            }
            isKnown = said == "me\0secret";
            await writer.WriteLineAsync(isKnown ? "235 2.7.0 welcome" : "535 5.7.8 wrong user or password");
        }

        private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }
}
