namespace Platform.Forms;

/// <summary>A thing that belongs to one form.</summary>
public interface IOfForm
{
    /// <summary>The form.</summary>
    Guid FormId { get; }
}
