"""Where the model lies, for other tools."""

from widgets.physiology.contraction_model import MODEL_FILE
from widgets.reference_data.data_files import DATA_FOLDER

# As SBML, for COPASI, Tellurium and others.
model_file = DATA_FOLDER / MODEL_FILE
# As it is written, in Antimony.
antimony_file = DATA_FOLDER / "contraction_model.ant"
