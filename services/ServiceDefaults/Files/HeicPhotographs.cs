using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Platform.ServiceDefaults.Files;

/// <summary>
/// Photographs as telephones take them, HEIC, which most programs cannot open: the program at <c>Files:Heic</c> makes JPEG of them, called
/// with the names of both files as <c>heif-convert</c> is.
/// </summary>
public sealed class HeicPhotographs(IConfiguration configuration, ILogger<HeicPhotographs> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string? program = configuration["Files:Heic"];

    /// <summary>Whether they can be converted.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(program);

    /// <summary>The content as JPEG where it is such a photograph and can be converted; the content itself otherwise.</summary>
    public async Task<byte[]> ToJpegAsync(byte[] content, CancellationToken cancellationToken)
    {
        if (!IsConfigured || !FileContent.IsHeic(content))
            return content;
        var folder = Directory.CreateTempSubdirectory("heic-");
        try
        {
            var photograph = Path.Combine(folder.FullName, "photograph.heic");
            await File.WriteAllBytesAsync(photograph, content, cancellationToken);
            await RunAsync(photograph, Path.Combine(folder.FullName, "photograph.jpg"), cancellationToken);
            // A file with several pictures becomes several, numbered from 1.
            var made = folder.GetFiles("*.jpg").OrderBy(f => f.Name.Length).ThenBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault();
            return made is null ? content : await File.ReadAllBytesAsync(made.FullName, cancellationToken);
        }
        catch (Exception e)
            when (e is IOException or System.ComponentModel.Win32Exception
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            log.LogWarning("A HEIC photograph could not be converted: {Why}", e.Message);
            return content;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task RunAsync(string from, string to, CancellationToken cancellationToken)
    {
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patient.CancelAfter(Patience);
        using var converting = Process.Start(
            new ProcessStartInfo(program!, [from, to]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        try
        {
            var said = await Task.WhenAll(
                converting.StandardOutput.ReadToEndAsync(patient.Token),
                converting.StandardError.ReadToEndAsync(patient.Token)
            );
            await converting.WaitForExitAsync(patient.Token);
            if (converting.ExitCode != 0)
                log.LogWarning("{Program} ended with {Code}: {Said}", program, converting.ExitCode, string.Concat(said));
        }
        finally
        {
            if (!converting.HasExited)
                converting.Kill(entireProcessTree: true);
        }
    }
}
