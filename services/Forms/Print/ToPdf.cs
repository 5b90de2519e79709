using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Platform.Forms.Print;

/// <summary>
/// Prints HTML to tagged PDF with a headless Chromium, the program that <c>Pdf:Chromium</c> names. The document must carry its styles; it
/// reaches no network. <c>Pdf:NoSandbox=true</c> is for containers that give Chromium no sandbox of its own.
/// </summary>
public sealed class ToPdf(IConfiguration configuration, ILogger<ToPdf> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string? program = configuration["Pdf:Chromium"];
    private readonly bool noSandbox = Environment.IsPrivilegedProcess || configuration.GetValue<bool>("Pdf:NoSandbox");
    private readonly SemaphoreSlim turns = new(2);

    /// <summary>Whether a Chromium is configured.</summary>
    public bool IsPossible => !string.IsNullOrEmpty(program);

    /// <summary>Prints a document.</summary>
    /// <returns>The PDF; null where it was not finished in time.</returns>
    public async Task<Stream?> RunAsync(string html, CancellationToken cancellationToken)
    {
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patient.CancelAfter(Patience);
        try
        {
            await turns.WaitAsync(patient.Token);
            try
            {
                return await PrintAsync(html, patient.Token);
            }
            finally
            {
                turns.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("No PDF was made in {Seconds} seconds", Patience.TotalSeconds);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();

    private async Task<Stream?> PrintAsync(string html, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("to-pdf-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, html, cancellationToken);
            using var chromium = Process.Start(Start(folder, page, pdf))!;
            try
            {
                var words = chromium.StandardError.ReadToEndAsync(cancellationToken);
                await Task.WhenAll(
                    words,
                    chromium.StandardOutput.ReadToEndAsync(cancellationToken),
                    chromium.WaitForExitAsync(cancellationToken)
                );
                if (File.Exists(pdf))
                    return new MemoryStream(await File.ReadAllBytesAsync(pdf, cancellationToken));
                log.LogError("Chromium made no PDF and ended with {Code}: {Words}", chromium.ExitCode, await words);
                return null;
            }
            finally
            {
                if (!chromium.HasExited)
                    chromium.Kill(entireProcessTree: true);
                await chromium.WaitForExitAsync(CancellationToken.None);
            }
        }
        finally
        {
            Delete(folder);
        }
    }

    // It gets none of our settings, and no folder but its own.
    private ProcessStartInfo Start(string folder, string page, string pdf)
    {
        var start = new ProcessStartInfo(
            program!,
            [
                "--headless",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--disable-breakpad",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--no-pdf-header-footer",
                "--generate-pdf-document-outline",
                $"--user-data-dir={Path.Combine(folder, "profile")}",
                $"--print-to-pdf={pdf}",
                .. (string[])(noSandbox ? ["--no-sandbox"] : []),
                new Uri(page).AbsoluteUri,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = folder;
        return start;
    }

    private void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException e)
        {
            log.LogWarning("{Folder} is left behind: {Why}", folder, e.Message);
        }
    }
}
