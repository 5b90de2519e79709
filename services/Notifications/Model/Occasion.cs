using Platform.Contracts;

namespace Platform.Notifications.Model;

/// <summary>Why a letter is written, and to whom.</summary>
/// <param name="About">The bid, grant or return.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">With <paramref name="About"/> and the recipient, what makes the letter this one: "rung +5".</param>
/// <param name="Partnership">Whose contacts are written to.</param>
/// <param name="Roles">In any of these roles.</param>
internal sealed record Occasion(Guid About, int Version, string Kind, Partnership Partnership, IReadOnlyList<string> Roles)
{
    /// <summary>Written to beside them, when an active contact.</summary>
    public Guid? Also { get; init; }

    /// <summary>Whether the letter asks for a return.</summary>
    public bool AsksForReturn { get; init; }
}
