namespace Platform.Forms.Tasks;

/// <summary>Something to do in a form.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Href">Where it is done; null where it cannot be.</param>
/// <param name="Hint">Why it was sent back, or what to know before it.</param>
/// <param name="Status">As <c>gov-task</c> knows them, "Optional" or "As submitted".</param>
public sealed record FormTask(string Title, string? Href, string? Hint, string Status);

/// <summary>Tasks that stand together.</summary>
/// <param name="Name">Their heading.</param>
/// <param name="Tasks">In their order.</param>
public sealed record TaskGroup(string Name, IReadOnlyList<FormTask> Tasks);
