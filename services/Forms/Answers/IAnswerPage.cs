namespace Platform.Forms.Answers;

/// <summary>What the buttons of a page that asks need to know of it.</summary>
public interface IAnswerPage
{
    /// <summary>The version of the form that the page showed.</summary>
    int Version { get; }

    /// <summary>"yes" or "no" at the end of a section: whether it is said to be completed; null before anything is selected.</summary>
    string? Completed { get; }

    /// <summary>Two people's answers to choose from; null where nobody else has saved the part.</summary>
    Conflict? Conflict { get; }

    /// <summary>What saving will mean, to be known before; empty for nothing in particular.</summary>
    IReadOnlyList<string> Caution { get; }
}
