using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Audit;

/// <summary><c>--verify-audit</c>: looks at everything, and says what it finds.</summary>
public static class AuditCommand
{
    /// <summary>How it is asked for. Whoever asks gets its lines alone.</summary>
    public const string Name = "--verify-audit";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Looks at a service's log, its heads, its things and what it has kept.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="file">The file of heads that were handed outside; null for the one that the service writes, if any.</param>
    /// <param name="tell">Gets a line for each finding, and a last one.</param>
    /// <param name="progress">Gets a line every few seconds.</param>
    /// <returns>0 where nothing is wrong, otherwise 1.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string? file, TextWriter tell, TextWriter progress)
    {
        await using var scope = services.CreateAsyncScope();
        var name = scope.ServiceProvider.GetRequiredService<ServiceName>().Value;
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var all = await db.Set<EventLogRow>().LongCountAsync();
        var begun = Stopwatch.StartNew();
        var (told, findings) = (TimeSpan.Zero, 0);
        void Read(long events)
        {
            if (begun.Elapsed - told < Pause)
                return;
            told = begun.Elapsed;
            progress.WriteLine($"{name}: {events:N0} of {all:N0} events");
        }
        await foreach (var finding in scope.ServiceProvider.GetRequiredService<VerifyAudit>().FindAsync(null, file, Read, default))
        {
            findings++;
            await tell.WriteLineAsync($"{name}: {finding}");
        }
        var speed = all / Math.Max(begun.Elapsed.TotalSeconds, 0.001);
        await tell.WriteLineAsync(
            $"{name}: {all:N0} events in {begun.Elapsed.TotalSeconds:N1} s ({speed:N0} a second), "
                + (findings == 0 ? "nothing was changed." : $"findings: {findings:N0}.")
        );
        return findings == 0 ? 0 : 1;
    }
}
