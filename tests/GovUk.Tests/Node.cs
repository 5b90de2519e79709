using System.Diagnostics;
using System.Text;
using Xunit;

namespace Platform.GovUk.Tests;

/// <summary>Runs a script, and reads what it writes.</summary>
internal static class Node
{
    public static async Task<string> RunAsync(string script)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["--input-type=module", "-"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        await node.StandardInput.WriteAsync(script);
        node.StandardInput.Close();
        var written = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return written;
    }
}
