namespace Platform.Contracts;

/// <summary>
/// A service asks another for a page of its event log, to fill its tables anew. Publisher: Reporting. Whoever is the source answers with
/// <see cref="LogReplayed"/>.
/// </summary>
public sealed record ReplayRequested(Guid Id, int Version, DateTimeOffset At, Person By, ReplayDetails Details)
    : Event<ReplayDetails>(Id, Version, At, By, Details);

/// <summary>A page of an event log, as it was asked for. Publisher: every service that has a log; it stands in no log itself.</summary>
/// <param name="Id">The replay.</param>
/// <param name="Version">The version of the replay that asked.</param>
/// <param name="At">When it was read.</param>
/// <param name="By">The platform.</param>
/// <param name="Details">What was found.</param>
public sealed record LogReplayed(Guid Id, int Version, DateTimeOffset At, Person By, LogPage Details)
    : Event<LogPage>(Id, Version, At, By, Details);

/// <summary>Which part of a log is asked for.</summary>
/// <param name="Source">The service whose log it is: "bids".</param>
/// <param name="Types">The contracts that are wanted, by name.</param>
/// <param name="After">The last event that is known; null for none. Ids are in the order of time.</param>
/// <param name="Until">The last event that is wanted; null for the last that there is when the first page is read.</param>
/// <param name="Most">The most events that a page may hold.</param>
public sealed record ReplayDetails(string Source, IReadOnlyList<string> Types, Guid? After, Guid? Until, int Most);

/// <summary>A page of a log.</summary>
/// <param name="After">As it was asked for.</param>
/// <param name="Last">The last event of the page; null for an empty page.</param>
/// <param name="Until">The last event that belongs to the replay; null where the log is empty.</param>
/// <param name="Count">How many events the page holds; fewer than were asked for on the last page.</param>
/// <param name="Total">How many the replay has in all; counted for the first page, null later.</param>
/// <param name="Content">The events in order, gzip of UTF-8 text: a line each, the contract's name, a space, and its JSON.</param>
public sealed record LogPage(Guid? After, Guid? Last, Guid? Until, int Count, long? Total, byte[] Content);
