namespace Platform.ServiceDefaults.Audit;

/// <summary>What a service can prove of its rows beside the log: what was submitted and what was signed is still what it was.</summary>
public interface IAuditCheck
{
    /// <summary>Looks at everything, in one transaction with whoever asks.</summary>
    /// <returns>A sentence for each thing that is not as it should be. It names the thing.</returns>
    IAsyncEnumerable<string> FindAsync(CancellationToken cancellationToken);
}
