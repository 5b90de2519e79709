using System.Runtime.ExceptionServices;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Keeps a message that failed for good in the service's own database, where it can be seen, tried again or given up. What is not a message
/// of the platform goes to the broker's error queue. While the broker or the database is away, the message goes back to its own.
/// </summary>
/// <param name="service">The service's name.</param>
/// <param name="scopes">Makes the context that keeps it.</param>
/// <param name="time">Tells when.</param>
/// <param name="log">Says what failed.</param>
internal sealed class KeepFailedMessage(string service, IServiceScopeFactory scopes, TimeProvider time, ILogger<KeepFailedMessage> log)
    : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        // Nothing is wrong with the message: it stays in its queue and is delivered again.
        if (context.Exception.GetBaseException() is BrokerAwayException away)
            throw away;
        if (DatabaseAway.Caused(context.Exception) || context.CancellationToken.IsCancellationRequested)
            ExceptionDispatchInfo.Throw(context.Exception);
        if (!await IsKeptAsync(context))
            await next.Send(context).WaitAsync(Transport.Patience);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("keep-failed-message");

    /// <summary>Why a message is kept that is not of the platform, or not for its queue.</summary>
    internal const string NobodyReads = "No consumer of this queue understands it. A later version may; otherwise discard it.";

    /// <summary>Keeps a message that failed, once for its queue.</summary>
    internal static async Task KeepAsync(
        DbContext db,
        FailedMessage failed,
        string service,
        string cause,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var known = await db.Set<FailedMessage>()
            .SingleOrDefaultAsync(m => m.MessageId == failed.MessageId && m.Queue == failed.Queue, cancellationToken);
        if (known is null)
            db.Add(failed);
        (known ?? failed).Fail(service, cause, at);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> IsKeptAsync(ExceptionReceiveContext context)
    {
        var queue = context.InputAddress.Segments[^1];
        var cause = context.Exception.GetBaseException();
        try
        {
            // Not GetString: for a message from RabbitMQ it returns the name of a type.
            if (FailedMessage.Read(context.Body.GetBytes(), queue) is not { } failed)
                return false;
            await using var scope = scopes.CreateAsyncScope();
            await KeepAsync(
                scope.ServiceProvider.GetRequiredService<DbContext>(),
                failed,
                service,
                $"{cause.GetType().Name}: {cause.Message}",
                time.GetUtcNow(),
                CancellationToken.None
            );
            log.LogError(
                cause,
                "Message {MessageId} ({MessageType}) on {Queue} failed for good; it is kept",
                failed.MessageId,
                failed.Type,
                queue
            );
            return true;
        }
        catch (Exception e)
            when (e is DbUpdateException or Npgsql.NpgsqlException or InvalidOperationException && !DatabaseAway.OrTimeout(e))
        {
            log.LogError(e, "A message on {Queue} failed for good and cannot be kept; it goes to the error queue", queue);
            return false;
        }
    }
}
