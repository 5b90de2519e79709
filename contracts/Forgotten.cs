namespace Platform.Contracts;

/// <summary>What was personal about some things is no longer kept: whoever has a copy forgets it too. Publisher: every service.</summary>
/// <param name="Id">The note.</param>
/// <param name="Version">1.</param>
/// <param name="At">When.</param>
/// <param name="By">The platform.</param>
/// <param name="Details">What was forgotten, without saying it.</param>
public sealed record PersonalDataErased(Guid Id, int Version, DateTimeOffset At, Person By, ForgottenDetails Details)
    : Event<ForgottenDetails>(Id, Version, At, By, Details);

/// <summary>What was forgotten.</summary>
/// <param name="Service">The service that held it: "notifications".</param>
/// <param name="Kind">The kind of data, of <see cref="DataKinds"/>.</param>
/// <param name="Count">How many of that kind.</param>
/// <param name="Things">The things whose events say it no longer, by id.</param>
public sealed record ForgottenDetails(string Service, string Kind, int Count, IReadOnlyList<Guid> Things);
