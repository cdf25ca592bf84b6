using Course.Scenes;

namespace Course.Widgets;

/// <summary>Scenes as notebook values: end a cell with <c>.Show()</c>.</summary>
public static class SceneExtensions
{
    public static SceneView Show(this Scene scene) => new(scene);

    public static PictureView Show(this PictureScene scene) => new(scene);
}
