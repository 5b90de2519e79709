namespace Platform.Contracts;

/// <summary>
/// Something was changed behind the platform's back, in its log or beside it: somebody must look. Publisher: the service that found it.
/// </summary>
public sealed record AuditFailed(Guid Id, int Version, DateTimeOffset At, Person By, AuditFindingDetails Details)
    : Event<AuditFindingDetails>(Id, Version, At, By, Details);

/// <summary>What was found.</summary>
/// <param name="Service">The service whose data it is: "bids".</param>
/// <param name="Words">What was found, in a sentence that names the thing.</param>
public sealed record AuditFindingDetails(string Service, string Words);
