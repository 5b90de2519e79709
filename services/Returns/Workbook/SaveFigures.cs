using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Workbook;

/// <summary>Saves the figures of a return from a workbook, or none of them: each problem names its sheet and cell.</summary>
internal sealed class SaveFigures(ReturnsContext db, SaveReturn save)
{
    /// <param name="id">The return.</param>
    /// <param name="content">Null where no file was selected.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> RunAsync(Guid id, Stream? content, CancellationToken cancellationToken)
    {
        var owed = await db.Returns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (owed is null)
            return Result.NotFound;
        var (file, problem) = WorkbookFile.Read(
            content is null ? null : await UploadedContent.ReadAsync(content, WorkbookFile.Largest, cancellationToken)
        );
        if (file is null)
            return Uploads.Wrong(problem!);
        var figures = new FiguresReader(file, owed, await db.FiguresAsync(owed, cancellationToken));
        if (figures.Problems.Count > 0)
            return Result.Of(figures.Problems);
        return figures.InCells(await save.RunAsync(id, figures.Version, figures.Changes, cancellationToken, isFile: true));
    }
}
